"""gunicorn as the site runs it, with the site or with something else in it."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent


@contextmanager
def gunicorn(application: str, **settings: str) -> Iterator[str]:
    """The address of a gunicorn with the site's own configuration."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    conf = PROJECT / "deploy" / "gunicorn.conf.py"
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "--config", str(conf), application],
        cwd=PROJECT,
        env={**os.environ, "PORT": str(port), "SITE_URL": address, **settings},
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(address)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=30)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str) -> None:
    for _try in range(300):
        try:
            urllib.request.urlopen(f"{address}/healthz", timeout=5).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"{address} does not answer")
