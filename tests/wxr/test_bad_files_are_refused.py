"""One clear line, before anything is read into anything."""

import tracemalloc

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.wxr.exports import export, item
from transfer.wxr.reader import WxrReader
from transfer.wxr.refusal import WxrError

WHOLE = export(item(1), item(2)).encode()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("<html></html>", "no export of WordPress"),
        ("<rss><channel></channel></rss>", "nothing is in it"),
        (export(item())[:-40], "not well-formed"),
        (export(item()).replace("</title>", "</titel>"), "not well-formed"),
        ('<!DOCTYPE rss [<!ENTITY a "b">]>' + export(item()), "declares entities"),
        (export(item()).replace("en-GB", "xx-klingon"), "--language"),
    ],
)
def test_what_is_no_whole_export(read, text, why):
    with pytest.raises(WxrError, match=why) as error:
        read(text)
    assert "\n" not in str(error.value)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(WxrError, match="cannot be read"):
        WxrReader(tmp_path / "none.xml")


def test_control_characters_that_were_pasted_are_left_out(read):
    found = list(read(export(item(title="A\x0bB\x08C", content="x\x00y"))))
    assert any(getattr(one, "name", "") == "ABC" for one in found)


@given(st.integers(0, len(WHOLE) - 1), st.binary(max_size=6))
@settings(
    max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_any_damage_is_read_or_refused(tmp_path, place, damage):
    file = tmp_path / "damaged.xml"
    file.write_bytes(WHOLE[:place] + damage + WHOLE[place + 1 :])
    try:
        list(WxrReader(file))
        said = ""
    except WxrError as error:
        said = str(error)
    assert "\n" not in said


def test_a_large_file_needs_little_memory(tmp_path):
    file = tmp_path / "large.xml"
    head, _, tail = export(item(1)).partition("<item>")
    text = "<p>words and words</p>\n" * 400
    with file.open("w") as out:
        out.write(head)
        for number in range(300):
            out.write(item(number, content=text))
        out.write(tail[tail.index("</item>") + 7 :])
    assert file.stat().st_size > 2_500_000
    tracemalloc.start()
    found = sum(1 for _one in WxrReader(file))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found > 300
    assert peak < 1_500_000
