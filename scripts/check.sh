#!/bin/sh
# Everything that can be found wrong without running the site. Stops at the first that finds something.
set -eu
PATH="$PWD/.venv/bin:$PATH"

step() {
    echo "· $*"
    "$@"
}

step ruff check .
step ruff format --check .
step mypy .
step lint-imports
step djlint --check templates
step djlint --lint --quiet templates
step python manage.py makemigrations --check --dry-run
step python scripts/check_messages.py

# As on a server: https, a real mail server, a key from outside.
echo "· python manage.py check --deploy"
SITE_URL=https://news.example.org \
    ALLOWED_HOSTS=news.example.org \
    EMAIL_URL=smtp+tls://user:password@mail.example.org:587 \
    SECRET_KEY=for-this-check-only-0123456789-abcdefghijklmnopqrstuvwxyz \
    TRUST_PROXY=1 DEBUG=0 \
    python manage.py check --deploy --fail-level WARNING
