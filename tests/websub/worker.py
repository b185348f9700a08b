"""The worker as it is in production: a process that waits for jobs."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.db import connection

PROJECT = Path(__file__).resolve().parent.parent.parent


@contextmanager
def worker() -> Iterator[subprocess.Popen[bytes]]:
    """Has a worker work on the database of the test, with the site's address and hubs."""
    process = subprocess.Popen(
        [sys.executable, "manage.py", "procrastinate", "worker"],
        cwd=PROJECT,
        env={
            **os.environ,
            "DATABASE_URL": _database(),
            "SITE_URL": settings.SITE_URL,
            "WEBSUB_HUBS": ",".join(settings.WEBSUB_HUBS),
        },
        stdin=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=30)


def _database() -> str:
    given = connection.get_connection_params()
    user, password, host, name = (
        quote(str(given.get(key) or ""), safe="") for key in ("user", "password", "host", "dbname")
    )
    port = f":{given['port']}" if given.get("port") else ""
    return f"postgresql://{user}{password and ':'}{password}@{host}{port}/{name}"
