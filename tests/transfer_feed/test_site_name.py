"""The name of a site is found in the feed of one of its lists."""

import pytest

from transfer.feed import Feed
from transfer.feed.site import site_name


@pytest.mark.parametrize(
    ("title", "link", "name"),
    [
        ("Trade War on The Paper", "https://a.example/en/tags/trade-war/", "The Paper"),
        ("War on Drugs on The Paper", "https://a.example/en/tags/war-on-drugs/", "The Paper"),
        ("Trade on Eyes on Asia", "https://a.example/en/tags/trade/", "Eyes on Asia"),
        ("C# on The Paper", "https://a.example/en/tags/c%23/", "The Paper"),
        ("Posts on The Paper", "https://a.example/en/posts/", "The Paper"),
        ("Beiträge on The Paper", "https://a.example/de/posts/", "The Paper"),
        ("🚀 on The Paper", "https://a.example/en/tags/rocket/", "The Paper"),
        ("Eyes on Asia", "https://a.example/en/", "Eyes on Asia"),
        ("Eyes on Asia", "https://a.example/", "Eyes on Asia"),
        ("Eyes on Asia", "", "Eyes on Asia"),
        ("The Paper", "https://a.example/en/tags/trade/", "The Paper"),
    ],
)
def test_found(title, link, name):
    assert site_name(Feed(format="RSS 2.0", title=title, link=link)) == name
