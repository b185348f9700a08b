from dataclasses import replace
from datetime import date

import pytest

from posts.actions import create_post, publish_post
from posts.content import CitationContent
from tests.factories import content, make_publication

from .pages import get, text

pytestmark = pytest.mark.django_db

CITED = (
    CitationContent(
        label="Reuters",
        url="https://www.reuters.com/a",
        headline="What happened",
        date=date(2026, 4, 25),
    ),
    CitationContent(label="Reuters", url="https://www.reuters.com/b"),
    CitationContent(label="新华社"),
    CitationContent(label="Hacker News", url="https://news.ycombinator.com/1", role="via"),
)


def page_citing(*cited: CitationContent):
    draft = create_post(make_publication(), replace(content(), citations=cited), by=None)
    return get(publish_post(draft, by=None).get_absolute_url())


def test_each_source_has_a_line_in_the_ledger():
    page = page_citing(*CITED)
    assert text(page, "//*[@class='sources']//li") == [
        "Reuters What happened reuters.com 25 April 2026",
        "Reuters https://www.reuters.com/b reuters.com",
        "新华社 Without a link",
        "Via Hacker News https://news.ycombinator.com/1 news.ycombinator.com",
    ]


def test_the_publisher_leads_to_what_else_cites_it():
    page = page_citing(*CITED)
    links = page.xpath("//*[@class='source-publisher']/a")
    assert [(link.text, link.get("href")) for link in links][1:] == [
        ("Reuters", "/en/sources/reuters/"),
        ("新华社", "/en/sources/%E6%96%B0%E5%8D%8E%E7%A4%BE/"),
        ("Hacker News", "/en/sources/hacker-news/"),
    ]


def test_publishers_count_once_and_a_pointer_not_at_all():
    page = page_citing(*CITED)
    assert text(page, "//a[@href='#site--sources']") == ["2 sources"]
    assert text(page, "//*[@id='site--sources']") == ["Sources"]


def test_a_post_without_sources_has_no_ledger():
    page = page_citing()
    assert not page.xpath("//*[@class='sources'] | //a[@href='#site--sources']")
