"""The small Hugo site, imported by Hugo itself: not one address and not one entry is lost."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from tests.conftest import SHARED

pytestmark = [pytest.mark.django_db, pytest.mark.shared]


def test_nothing_is_lost(hugo_public, tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    call_command("import_hugo", str(SHARED / "hugo-site"), stdout=StringIO())
    found = tmp_path / "found.json"
    call_command("check_parity", str(hugo_public), json=found, stdout=StringIO())
    counts = json.loads(found.read_text(encoding="utf-8"))["counts"]
    assert counts["page"] == {"same": 34}
    assert counts["alias"]["moved"] == 3
    assert counts["entry"]["same"] == 30
