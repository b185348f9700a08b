import gettext
import os
import shutil
import subprocess

import pytest
from django.conf import settings

CATALOGUE = settings.BASE_DIR / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"


@pytest.mark.skipif(
    not shutil.which("msgfmt") and os.environ.get("CI") != "true",
    reason="needs gettext's msgfmt",
)
def test_it_is_whole_and_compiled(tmp_path):
    compiled = tmp_path / "django.mo"
    command = ["msgfmt", "--check-format", "--statistics", "-o", compiled, CATALOGUE]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    assert "untranslated" not in said
    assert "fuzzy" not in said
    assert _messages(compiled) == _messages(CATALOGUE.with_suffix(".mo"))


def _messages(path) -> dict:
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)._catalog
