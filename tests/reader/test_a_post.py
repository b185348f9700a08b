from datetime import UTC, datetime

import pytest

from tests.factories import make_imported, make_post

from .pages import get, text

pytestmark = pytest.mark.django_db


def test_it_says_what_who_and_when():
    post = make_post(
        title="A & B",
        summary="One sentence.",
        authors=["Ada", "Ben"],
        published_at=datetime(2026, 4, 26, 6, 0, 0, 123456, tzinfo=UTC),
    )
    page = get(post.get_absolute_url())
    assert text(page, "//h1") == ["A & B"]
    assert text(page, "//*[@class='post-standfirst']") == ["One sentence."]
    assert text(page, "//*[@class='byline']") == ["By Ada, Ben"]
    signed = page.xpath("//*[@class='byline']/a[@rel='author']/@href")
    assert signed == ["/en/authors/ada/", "/en/authors/ben/"]
    assert text(page, "//article//time") == ["Sunday 26 April 2026, 14:00"]
    assert page.xpath("//article//time/@datetime") == ["2026-04-26T14:00:00+08:00"]
    assert text(page, "//title") == ["A & B · The Daily Test"]


def test_the_publication_signs_what_no_author_does():
    page = get(make_post().get_absolute_url())
    assert text(page, "//*[@class='byline']") == ["By The Desk"]
    assert not page.xpath("//*[@class='byline']/a")


def test_no_name_is_taken_for_html():
    page = get(make_post(authors=["A & <b>B</b>"]).get_absolute_url())
    assert text(page, "//*[@class='byline']") == ["By A & <b>B</b>"]


def test_a_heading_that_repeats_the_title_is_not_shown_twice():
    post = make_post(title="Same", body="<h2 id='same'>‘Same’</h2><h3>Then</h3><p>Text.</p>")
    assert text(get(post.get_absolute_url()), "//*[@class='prose']/*") == ["Then", "Text."]


def test_it_links_its_tags_and_its_translation():
    english = make_imported("en", slug="twin", tags=["Trade", "Chips"])
    make_imported("zh", slug="twin", title="双胞胎")
    page = get(english.get_absolute_url())
    assert text(page, "//*[@class='tags']/li") == ["Trade", "Chips"]
    [link] = page.xpath("//*[@class='post-foot']//a[@hreflang]")
    assert (link.text, link.get("lang")) == ("双胞胎", "zh-Hans")


def test_it_stands_in_a_section():
    page = get(make_post(section="world").get_absolute_url())
    assert text(page, "//nav[@class='crumbs']//li") == ["Front page", "World"]
    [current] = page.xpath("//nav[@class='sections']//a[@aria-current]")
    assert (current.text, current.get("aria-current")) == ("World", "true")
