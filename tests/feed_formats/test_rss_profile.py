"""The RSS Advisory Board's best-practices profile, rule by rule (https://www.rssboard.org/rss-profile)."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html import unescape
from urllib.parse import urlsplit

import pytest

from posts.models import Post
from tests.factories import make_imported, make_post
from tests.feed_formats.reading import ATOM, links, xml
from tests.feed_formats.site import body_with_everything

pytestmark = pytest.mark.django_db

RFC_822 = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} "
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4}"
)
CHANNEL = {"title", "link", "description", "generator", "language", "lastBuildDate", "item"}
ITEM = {"title", "link", "pubDate", "guid", "description", "category"}
DC = "{http://purl.org/dc/elements/1.1/}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


@pytest.fixture
def rss(client, settings):
    settings.SITE_URL = "https://news.example"
    make_post("zh", title="A & B", tags=["芯片", "AI"], body=body_with_everything())
    post = make_imported("zh", slug="one", guid="https://old.example/1")
    Post.objects.filter(pk=post.pk).update(updated_at=datetime(2026, 5, 1, tzinfo=UTC))
    make_imported("en", slug="one")
    return xml(client, "/zh/index.xml")


@pytest.fixture
def channel(rss):
    return rss.find("channel")


@pytest.fixture
def items(channel):
    return channel.findall("item")


def is_absolute(address):
    parts = urlsplit(address)
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def test_the_root_has_a_version_and_one_channel(rss):
    assert rss.tag == "rss"
    assert rss.get("version") == "2.0"
    assert [child.tag for child in rss] == ["channel"]


@pytest.mark.parametrize("name", ["title", "link", "description", "language", "generator"])
def test_the_channel_has_exactly_one_of_each(channel, name):
    assert len(channel.findall(name)) == 1
    assert channel.findtext(name).strip()


def test_rss_has_no_elements_but_its_own(channel, items):
    plain = {child.tag for child in channel if not child.tag.startswith("{")}
    assert plain == CHANNEL
    for item in items:
        assert {child.tag for child in item if not child.tag.startswith("{")} <= ITEM


def test_the_channels_link_is_its_page(channel):
    assert channel.findtext("link") == "https://news.example/zh/"


def test_the_channel_names_itself(channel):
    assert links(channel, rel="self") == [
        {"rel": "self", "type": "application/rss+xml", "href": "https://news.example/zh/index.xml"}
    ]


def test_the_language_is_a_code(channel):
    assert channel.findtext("language") == "zh"


def test_dates_are_rfc_822_with_years_of_four_digits(channel, items):
    dates = [channel.findtext("lastBuildDate"), *(item.findtext("pubDate") for item in items)]
    for date in dates:
        assert RFC_822.fullmatch(date)
        assert f"{parsedate_to_datetime(date):%a}" == date[:3]


def test_no_entry_is_dated_in_the_future(items):
    for item in items:
        assert parsedate_to_datetime(item.findtext("pubDate")) <= datetime.now(UTC)


def test_every_item_has_one_of_each(items):
    assert items
    for item in items:
        for name in ("title", "link", "pubDate", "guid", "description"):
            assert len(item.findall(name)) == 1


def test_links_are_absolute(items):
    assert all(is_absolute(item.findtext("link")) for item in items)


def test_guids_are_unique_and_permalinks_are_addresses(items):
    guids = [item.find("guid") for item in items]
    assert len({guid.text for guid in guids}) == len(guids)
    kinds = {guid.get("isPermaLink", "true"): guid.text for guid in guids}
    assert set(kinds) == {"true", "false"}
    assert is_absolute(kinds["true"])


def test_authors_are_names_not_mail_addresses(channel, items):
    for element in (channel, *items):
        assert element.findtext(f"{DC}creator")
        for name in ("author", "managingEditor", "webMaster"):
            assert element.find(name) is None


def test_titles_are_plain_text(items):
    assert items[0].findtext("title") == "A & B"


def test_content_stands_after_the_description(items):
    for item in items:
        tags = [child.tag for child in item]
        assert tags.index("description") < tags.index(CONTENT)


def test_nothing_in_content_is_relative(items):
    for item in items:
        found = re.findall(r'\s(?:href|src|cite|poster)="([^"]*)"', item.findtext(CONTENT))
        assert found
        assert all(is_absolute(unescape(address)) for address in found)


def test_categories_are_unique_within_their_domain(items):
    for item in items:
        found = [(it.get("domain"), it.text) for it in item.findall("category")]
        assert len(set(found)) == len(found)
        assert {domain for domain, _text in found} <= {"category", "tag"}


def test_an_item_has_one_enclosure_at_most(items):
    assert all(len(item.findall("enclosure")) <= 1 for item in items)


def test_namespaces_are_declared_once_at_the_root(client, rss):
    text = client.get("/zh/index.xml").content.decode()
    assert text.count("xmlns:") == text.partition("<channel>")[0].count("xmlns:")


def test_what_rss_has_no_word_for_is_in_atoms(items):
    translated = items[1]
    assert translated.findtext(f"{ATOM}updated") == "2026-05-01T08:00:00+08:00"
    assert [link["href"] for link in links(translated, rel="via")]
    page = translated.findtext("link")
    alternates = links(translated, rel="alternate")
    assert [link.get("hreflang") for link in alternates] == ["zh", "en", None]
    assert alternates[0]["href"] == alternates[2]["href"] == page
    assert links(items[0], rel="alternate") == []
    assert items[0].find(f"{ATOM}updated") is None


def test_a_feed_in_several_languages_says_of_each_entry_which(client, rss):
    mixed = xml(client, "/index.xml").find("channel")
    assert mixed.find("language") is None
    assert mixed.findtext(f"{DC}language") == "en"
    codes = {item.findtext("link"): item.findtext(f"{DC}language") for item in mixed.iter("item")}
    assert all(f"/{code}/" in link for link, code in codes.items())
    assert set(codes.values()) == {"en", "zh"}
    assert rss.find(f"channel/item/{DC}language") is None
