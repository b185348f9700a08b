import shutil
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def hugo_public(tmp_path_factory) -> Path:
    """The small Hugo site of the oracles, built by Hugo: its `public/` folder."""
    from tests.conftest import SHARED

    hugo = Path(sys.executable).with_name("hugo")
    folder = tmp_path_factory.mktemp("hugo")
    shutil.copytree(SHARED / "hugo-site", folder / "site")
    subprocess.run(
        [
            hugo,
            "--minify",
            "--quiet",
            "--source",
            folder / "site",
            "--destination",
            folder / "public",
        ],
        check=True,
    )
    return folder / "public"
