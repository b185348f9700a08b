from datetime import UTC, datetime

import pytest

from sources.models import Publisher, PublisherDomain
from tests.factories import make_post
from tests.machine.reading import things

from .pages import get, text

pytestmark = pytest.mark.django_db

ADDRESS = "/en/sources/bbc/"


@pytest.fixture(autouse=True)
def bbc() -> Publisher:
    for month in (3, 4):
        make_post(
            sources=[("BBC", "https://www.bbc.co.uk/1")],
            published_at=datetime(2026, month, 2, tzinfo=UTC),
        )
    return Publisher.objects.get(slug="bbc")


def header() -> list[str]:
    return text(get(ADDRESS), "//main/header/*[@class='details']")


def test_it_says_how_often_and_since_when_it_is_cited():
    assert header()[0].startswith("Cited by 2 posts since March 2026")


def test_it_leads_to_where_the_outlet_publishes(bbc):
    for domain in ("bbc.com", "news.bbc.com"):
        PublisherDomain.objects.create(publisher=bbc, domain=domain)
    assert header()[1] == "bbc.co.uk bbc.com"
    bbc.homepage = "http://www.bbc.com/news?a=1&b=2"
    bbc.save()
    links = get(ADDRESS).xpath("//main/header/*[@class='details'][2]//a")
    assert [(link.text, link.get("href")) for link in links] == [
        ("bbc.com", "http://www.bbc.com/news?a=1&b=2"),
        ("bbc.co.uk", "https://bbc.co.uk/"),
    ]


def test_it_says_what_else_it_is_called(bbc):
    bbc.labels = ["英国广播公司", "B & C"]
    bbc.save()
    assert header()[1] == "bbc.co.uk also cited as 英国广播公司, B & C"


def test_an_outlet_of_which_no_site_is_known_has_none():
    make_post(sources=[("A letter", "")])
    page = get("/en/sources/a-letter/")
    assert len(page.xpath("//main/header/*[@class='details']")) == 1


def test_machines_are_told_whom_the_posts_cite():
    about = things(ADDRESS)["CollectionPage"]["about"]
    assert about == {"@type": "Organization", "name": "BBC", "url": "https://bbc.co.uk/"}


def test_it_leads_back_to_the_index():
    steps = get(ADDRESS).xpath("//nav[@class='crumbs']//a/@href")
    assert steps == ["/en/", "/en/sources/"]
