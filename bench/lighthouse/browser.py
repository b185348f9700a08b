"""Lighthouse in a Chromium, kept running from one page to the next."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

FOLDER = Path(__file__).resolve().parent

# Nothing but this machine can be reached, and the browser has no business of its own.
FLAGS = [
    "--headless=new",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
]

# On a busy machine a trace lacks its beginning now and then.
ATTEMPTS = 3


@contextmanager
def lighthouse() -> Iterator[Callable[[str], dict[str, Any]]]:
    """Gives a function from an address to Lighthouse's result, as in its JSON reports."""
    flags = [*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    process = subprocess.Popen(
        ["node", "run.mjs"],
        cwd=FOLDER,
        env={**os.environ, "CHROME_PATH": _chromium(), "CHROME_FLAGS": json.dumps(flags)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )

    def run(address: str) -> dict[str, Any]:
        for _time in range(ATTEMPTS):
            result = attempt(address)
            if not (error := result.get("runtimeError")):
                return result
        raise RuntimeError(f"{address}: {error['message']}")

    def attempt(address: str) -> dict[str, Any]:
        process.stdin.write(f"{address}\n")
        process.stdin.flush()
        if not (line := process.stdout.readline()):
            raise RuntimeError(f"Lighthouse has ended at {address}")
        return json.loads(line)

    try:
        yield run
    finally:
        process.stdin.close()
        process.wait(timeout=60)


def _chromium() -> str:
    """`CHROME_PATH`, the system's Chromium, or else the one that Playwright installed."""
    if found := os.environ.get("CHROME_PATH") or shutil.which("chromium"):
        return found
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path
