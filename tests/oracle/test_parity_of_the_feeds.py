"""Of the small Hugo site, feeds alone bring everything but the addresses that led elsewhere."""

import json

import pytest
from django.core.management import CommandError, call_command

pytestmark = [pytest.mark.django_db, pytest.mark.shared]


def test_only_aliases_are_lost(hugo_public, tmp_path):
    for language in ("en", "zh"):
        feed = hugo_public / language / "posts" / "index.xml"
        call_command("import_feed", str(feed), language=language)
    with pytest.raises(CommandError, match="2 lost"):
        call_command("check_parity", str(hugo_public), json=tmp_path / "found.json")
    found = json.loads((tmp_path / "found.json").read_text(encoding="utf-8"))
    lost = [one["what"] for one in found["findings"] if one["kind"] == "lost"]
    assert lost == ["/en/posts/tech/old-address/", "/old/flat-address.html"]
    assert found["counts"]["entry"]["same"] == 30
