"""One clear line, an exit code of 1, and a database as it was before."""

import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError

pytestmark = pytest.mark.django_db

BILLION_LAUGHS = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>
<rss version="2.0"><channel><title>&b;</title></channel></rss>"""


def test_an_empty_file(refused):
    assert "empty" in refused(b"").lower()


@pytest.mark.parametrize(
    "text",
    [
        "<!doctype html><html><body>No feed</body></html>",
        "just words",
        '{"a": 1}',
        b"\x89PNG\r\n\x1a\n\x00",
    ],
)
def test_what_is_no_feed(refused, text):
    refused(text)


def test_half_a_feed(refused, rss, item):
    whole = rss(item(1), item(2))
    refused(whole[: len(whole) // 2])
    refused(whole[: whole.rindex("</channel>")])


def test_half_a_json_feed(refused):
    refused('{"version": "https://jsonfeed.org/version/1.1", "title": "A", "items": [{"id": "1"')


def test_a_billion_laughs(refused):
    refused(BILLION_LAUGHS)


def test_an_external_entity(refused):
    refused(
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        '<rss version="2.0"><channel><title>&a;</title></channel></rss>'
    )


def test_200_megabytes(tmp_path):
    file = tmp_path / "large.xml"
    with file.open("wb") as large:
        large.truncate(200_000_000)
    with pytest.raises(CommandError, match="larger"):
        call_command("import_feed", str(file), language="en")


def test_a_missing_file(tmp_path):
    with pytest.raises(CommandError, match=r"missing\.xml"):
        call_command("import_feed", str(tmp_path / "missing.xml"), language="en")


def test_a_folder(tmp_path):
    with pytest.raises(CommandError):
        call_command("import_feed", str(tmp_path), language="en")


@pytest.mark.parametrize("language", ["xx", "EN", "en/../zh", "", "klingon"])
def test_an_unknown_language(refused, rss, item, language):
    assert language in refused(rss(item()), language=language)


def test_the_command_says_one_line_and_exits_1(tmp_path):
    file = tmp_path / "empty.xml"
    file.touch()
    ended = subprocess.run(
        [sys.executable, "manage.py", "import_feed", str(file), "--language", "en"],
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert len(ended.stderr.strip().splitlines()) == 1
