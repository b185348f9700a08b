"""Where the oracles are that the project does not carry: the real feed, a Hugo site, its terms."""

import os
from pathlib import Path

import pytest

_PROJECT = Path(__file__).parent.parent


def shared(name: str) -> Path:
    """Return a file or folder below NEWSROOM_SHARED (by default `../shared` from the project).

    Where it is missing the test is skipped by name; with CI=true it fails instead.
    """
    path = _PROJECT / os.environ.get("NEWSROOM_SHARED", "../shared") / name
    if not path.exists():
        message = f"the oracle {name} is missing: set NEWSROOM_SHARED to the folder that holds it"
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(message)
        pytest.skip(message)
    return path
