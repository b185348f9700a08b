"""The environment of the tests, set before Django reads its settings: `-p tests.environment`.

A conftest.py would come too late: pytest-django loads the settings before it.
"""

import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent

# Tests never touch the database of `make run`; a tester's own settings do not leak in.
os.environ["NEWSROOM_VAR"] = str(PROJECT / "build" / "test-var")
for _name in (
    "ACCESS_LOG",
    "ALLOWED_HOSTS",
    "DEBUG",
    "DEMO",
    "EMAIL_URL",
    "PORT",
    "SECRET_KEY",
    "SITE_URL",
):
    os.environ.pop(_name, None)
os.environ.pop("TRUST_PROXY", None)
