"""Relative links are resolved where a base is known; nothing else changes."""

import pytest

from safeguards.links import absolute_links

BASE = "https://a.example/posts/one/"


@pytest.mark.parametrize(
    ("html", "resolved"),
    [
        ('<a href="../two/">', '<a href="https://a.example/posts/two/">'),
        (
            "<img  SRC = 'x.png' alt=''>",
            "<img  SRC = \"https://a.example/posts/one/x.png\" alt=''>",
        ),
        ("<a href=/x?a=1&amp;b=2>", '<a href="https://a.example/x?a=1&amp;b=2">'),
        ('<a href="//b.example/">', '<a href="https://b.example/">'),
        (
            '<img srcset="a.png 1x, https://b.example/b.png 2x">',
            '<img srcset="https://a.example/posts/one/a.png 1x, https://b.example/b.png 2x">',
        ),
        ("<a href='#fn:1'>", "<a href='#fn:1'>"),
        ("<a href='mailto:x'>", "<a href='mailto:x'>"),
        ("<a title=\"href='x'\">", "<a title=\"href='x'\">"),
        ("text href='x' <b", "text href='x' <b"),
        ("<a href=''>", "<a href=''>"),
        ("<a href='http://[bad'>", "<a href='http://[bad'>"),
    ],
)
def test_resolved(html, resolved):
    assert absolute_links(html, BASE) == resolved


@pytest.mark.parametrize("base", ["", "mailto:x", "/relative", "http://[bad"])
def test_without_a_base_nothing_changes(base):
    assert absolute_links('<a href="x">', base) == '<a href="x">'


def test_links_within_the_page_can_be_resolved_too():
    html = '<a href="#fn:1">'
    assert absolute_links(html, BASE, fragments=True) == f'<a href="{BASE}#fn:1">'
