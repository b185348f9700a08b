"""Whatever stands in a line, it is read or refused in one way."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transfer.hugo.export import Export
from transfer.hugo.lines import BadLineError, HugoPage, Site, read_line
from transfer.hugo.refusal import HugoError

TERM = {"term": "AI", "title": "AI", "path": "/tags/ai/", "written": False}
PAGE: dict[str, Any] = {
    "is": "page",
    "language": "en",
    "kind": "page",
    "path": "/posts/a",
    "file": "/site/content/posts/a.md",
    "section": "posts",
    "permalink": "https://old.example/posts/a/",
    "address": "/posts/a/",
    "title": "A",
    "markup": None,
    "draft": False,
    "date": "2026-04-01T08:00:00+08:00",
    "publish_date": "2026-04-01T08:00:00.123456789+08:00",
    "expiry_date": "",
    "modified": "2026-04-01T08:00:00Z",
    "aliases": ["/a/"],
    "translation": "",
    "content": "<p>Text</p>",
    "markdown": "Text",
    "summary": "Text",
    "description": "",
    "named": {"tags": ["AI", 5]},
    "terms": {"tags": [TERM]},
    "outputs": [{"media": "text/html", "path": "/posts/a/"}],
    "resources": [{"name": "a.png", "path": "/posts/a/a.png"}],
    "plural": "",
    "term": "",
    "authors": [{"name": "Ada"}, "Bo"],
    "pictures": None,
}
SITE: dict[str, Any] = {
    "is": "site",
    "language": "en",
    "tag": "en",
    "title": "Old",
    "base": "https://old.example/",
    "sections": ["posts"],
    "taxonomies": ["tags"],
    "description": None,
    "author": {"name": "Ada"},
}
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def read_or_refuse(line: bytes) -> HugoPage | Site | None:
    with suppress(BadLineError):
        return read_line(line)
    return None


def test_a_whole_line():
    page = read_line(json.dumps(PAGE).encode())
    assert isinstance(page, HugoPage)
    assert page.authors == ("Ada", "Bo")
    assert page.named == {"tags": ("AI", "5")}
    assert page.publish_date is not None
    assert page.publish_date.microsecond == 123456


@given(st.sampled_from([PAGE, SITE]), st.data())
def test_any_value_anywhere(whole, data):
    key = data.draw(st.sampled_from(sorted(whole)))
    read_or_refuse(json.dumps({**whole, key: data.draw(ANYTHING)}).encode())


@given(st.sampled_from([PAGE, SITE]), st.data())
def test_any_key_missing(whole, data):
    gone = data.draw(st.sets(st.sampled_from(sorted(whole))))
    read_or_refuse(json.dumps({key: whole[key] for key in whole if key not in gone}).encode())


@given(st.data())
def test_bytes_cut_off_or_changed(data):
    line = bytearray(json.dumps(PAGE).encode())
    place = data.draw(st.integers(0, len(line) - 1))
    if data.draw(st.booleans()):
        del line[place:]
    else:
        line[place] = data.draw(st.integers(0, 255))
    read_or_refuse(bytes(line))


@given(st.binary())
def test_any_bytes(line):
    read_or_refuse(line)


@pytest.mark.parametrize(
    "line",
    [
        b"[" * 100_000,
        b'{"is": "page", "draft": ' + b"9" * 10_000 + b"}",
        json.dumps({**PAGE, "date": "0001-01-01T00:00:00+14:00"}).encode(),
        json.dumps({**PAGE, "date": "9999-12-31T23:59:59-12:00"}).encode(),
        json.dumps({**PAGE, "date": "2026-04-01T08:00:00"}).encode(),
        json.dumps({**PAGE, "date": "2026-13-41"}).encode(),
    ],
)
def test_what_no_database_could_hold(line):
    with pytest.raises(BadLineError):
        read_line(line)


def test_signs_that_no_database_could_hold():
    page = read_line(json.dumps({**PAGE, "title": "a\x00b\ud800c"}).encode())
    assert isinstance(page, HugoPage)
    assert page.title == "abc"


def test_a_bad_line_is_passed_over_and_told(tmp_path):
    file = tmp_path / "export"
    lines = [json.dumps(SITE), "{broken", json.dumps(PAGE), '{"is":"end"}']
    file.write_text("\n".join(lines))
    export = Export(file)
    assert [page.title for _place, page in export.pages()] == ["A"]
    assert export.bad == [("line 2 of what Hugo wrote", "it is no JSON")]
    [(place, page)] = export.pages()
    assert export.page_at(place) == page


def test_a_file_without_an_end(tmp_path):
    file = tmp_path / "export"
    file.write_text(json.dumps(SITE) + "\n" + json.dumps(PAGE) + "\n")
    with pytest.raises(HugoError, match="interrupted"):
        Export(file)
