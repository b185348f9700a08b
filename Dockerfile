# The site in a container, for a PostgreSQL of its own: see docker-compose.yml.
FROM python:3.13-slim AS packages
RUN pip install --no-cache-dir uv
COPY requirements/base.txt /tmp/base.txt
RUN uv venv --no-project /opt/venv \
    && uv pip install --no-cache --python /opt/venv/bin/python --requirement /tmp/base.txt

FROM python:3.13-slim
# Share pictures carry Chinese headlines only where a font has the letters.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends fonts-noto-cjk \
    && rm -rf /var/lib/apt/lists/*
# Not root, and the same numbers in every image, so that a volume keeps its owner.
RUN groupadd --system --gid 10001 newsroom \
    && useradd --system --uid 10001 --gid newsroom --no-create-home --home-dir /nonexistent newsroom \
    && install --directory --owner newsroom --group newsroom --mode 700 /var/lib/newsroom
COPY --from=packages /opt/venv /opt/venv
WORKDIR /srv/newsroom
COPY . .
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    NEWSROOM_VAR=/var/lib/newsroom \
    PORT=8000
USER newsroom
VOLUME /var/lib/newsroom
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=10s --start-period=60s --retries=3 \
    CMD ["python", "deploy/healthcheck.py"]
CMD ["sh", "deploy/web.sh"]
