"""A site of its own for a measurement: imported before anything of Django's is used.

It lives in a temporary folder, or in that of BENCH_FOLDER, which is kept and used again.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import django

KEPT = os.environ.get("BENCH_FOLDER", "")
FOLDER = Path(KEPT or tempfile.mkdtemp(prefix="newsroom-bench-", dir="/tmp")).resolve()
if not KEPT:
    # Registered before the embedded database does: it is left first.
    atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)

os.environ |= {
    "NEWSROOM_VAR": str(FOLDER / "var"),
    "DJANGO_SETTINGS_MODULE": "newsroom.settings",
    "SITE_URL": "http://127.0.0.1:8000",
    "DEBUG": "0",
}
(FOLDER / "var" / "static").mkdir(parents=True, exist_ok=True)
django.setup()
