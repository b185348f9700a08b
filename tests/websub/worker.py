"""The worker as it is in production: a process that waits for jobs."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from tests.database import database_url

PROJECT = Path(__file__).resolve().parent.parent.parent


@contextmanager
def worker() -> Iterator[subprocess.Popen[bytes]]:
    """Has a worker work on the database of the test, with the site's address and hubs."""
    process = subprocess.Popen(
        [sys.executable, "manage.py", "procrastinate", "worker"],
        cwd=PROJECT,
        env={
            **os.environ,
            "DATABASE_URL": database_url(),
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
