"""Who opens a feed's address in Chromium can read it."""

import pytest

from tests.factories import make_post

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SHOWN = """() => [...document.documentElement.querySelectorAll("*")]
    .filter(it => it.checkVisibility() && !it.firstElementChild)
    .map(it => it.localName)"""
HINT = """() => getComputedStyle(
    document.documentElement.querySelector("channel") ?? document.documentElement, "::before"
).content"""


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        ("index.xml", ["title", "description", "title", "pubDate", "description"]),
        ("atom.xml", ["title", "subtitle", "title", "published", "summary"]),
    ],
)
def test_headlines_dates_and_summaries_are_shown_and_no_markup(narrow, file, shown):
    make_post(title="One & two", body="<p>hidden</p>", authors=["Ada"])
    narrow.goto(f"/en/{file}")
    assert narrow.evaluate(SHOWN) == shown
    assert "a feed reader" in narrow.evaluate(HINT)
    width = narrow.evaluate("document.documentElement.scrollWidth")
    assert width <= 360


@pytest.mark.parametrize("file", ["index.xml", "atom.xml"])
def test_a_chinese_feed_is_explained_in_chinese(narrow, file):
    make_post("zh")
    narrow.goto(f"/zh/{file}")
    assert "订阅源" in narrow.evaluate(HINT)


@pytest.mark.parametrize("suffix", ["xml", "atom"])
def test_an_archive_says_that_it_is_one(narrow, suffix):
    make_post()
    narrow.goto(f"/en/archive/2026-04.{suffix}")
    assert "archive" in narrow.evaluate(HINT)
