"""One clear line, before anything is read into anything."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ghost.exports import export, post
from transfer.ghost.reader import GhostReader
from transfer.ghost.refusal import GhostError

WHOLE = export(post(1), post(2)).encode()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no whole JSON"),
        ("{}", "no export of Ghost"),
        ("[1, 2]", "no export of Ghost"),
        (export(post())[:-10], "no whole JSON"),
        ("<rss></rss>", "no whole JSON"),
        (json.dumps({"db": [{"data": {"tags": []}}]}), "no export of Ghost"),
        (
            export(post(), settings=[{"key": "locale", "value": "xx-klingon"}]),
            "--language",
        ),
    ],
)
def test_what_is_no_whole_export(read, text, why):
    with pytest.raises(GhostError, match=why) as error:
        read(text)
    assert "\n" not in str(error.value)


def test_rows_that_are_none_break_nothing(read):
    odd = [1, None, {}, {"id": [1], "title": {"a": 1}, "slug": 7, "published_at": 1e300}]
    text = export(*odd, tags=odd, users=odd, posts_tags=odd, settings=odd, posts_meta=odd)
    assert list(read(text))


@given(st.integers(0, len(WHOLE) - 1), st.binary(max_size=6))
@settings(
    max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_any_damage_is_read_or_refused(tmp_path, place, damage):
    file = tmp_path / "damaged.json"
    file.write_bytes(WHOLE[:place] + damage + WHOLE[place + 1 :])
    try:
        list(GhostReader(file))
        said = ""
    except GhostError as error:
        said = str(error)
    assert "\n" not in said
