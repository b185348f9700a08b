"""From where the relative links of an entry lead."""

from transfer.feed import parse

from .samples import atom, rss

BASE = "https://a.example/posts/one/"


def test_the_base_of_an_item_is_its_link():
    data = rss(f"<link>{BASE}</link><description>&lt;a href='x'></description>")
    [entry] = parse(data).entries
    assert (entry.content, entry.base) == ("<a href='x'>", BASE)


def test_xml_base_goes_before_the_link():
    data = atom(
        f'<link href="{BASE}"/><content type="html" xml:base="https://b.example/c/">'
        '&lt;a href="x"></content>'
    )
    [entry] = parse(data).entries
    assert (entry.content, entry.base) == ('<a href="x">', "https://b.example/c/")
