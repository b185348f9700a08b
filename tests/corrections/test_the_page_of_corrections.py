from datetime import UTC, datetime

import pytest

from posts.actions import correct_post, withdraw_post
from tests.factories import make_post, make_publication
from tests.reader.pages import alternates, get, path_of, text

pytestmark = pytest.mark.django_db

PAGE = "/en/corrections/"


def test_the_newest_come_first_by_month_and_lead_to_what_they_are_of():
    old = make_post(title="Old", published_at=datetime(2026, 1, 1, tzinfo=UTC))
    new = make_post(title="New <b>", section="tech", categories=["tech"])
    correct_post(old, "It was 5 %.", by=None, at=datetime(2026, 1, 31, 20, tzinfo=UTC))
    newest = correct_post(new, "<i>5 %</i>\nnot 50 %.", by=None)
    page = get(PAGE)
    assert text(page, "//h1") == ["Corrections"]
    # In the publication's zone it was February.
    assert text(page, "//main//h2")[-1] == "February 2026"
    assert text(page, "//main//h3") == ["New <b>", "Old"]
    assert text(page, "//main//article/p[@class='entry-standfirst']") == [
        "<i>5 %</i>not 50 %.",
        "It was 5 %.",
    ]
    assert text(page, "//main//article/p[@class='kicker']") == ["Tech", "World"]
    [first, _second] = page.xpath("//main//h3/a/@href")
    assert first == f"{new.get_absolute_url()}#correction-{newest.pk}"
    assert get(new.get_absolute_url()).xpath(f"//*[@id='correction-{newest.pk}']")
    assert "2 corrections since February 2026" in text(page, "//main/header")[0]


def test_what_readers_may_not_see_is_not_there():
    post = make_post()
    correct_post(post, "It was 5 %.", by=None)
    correct_post(make_post("zh", title="中文"), "应为百分之五。", by=None)
    assert text(get("/zh/corrections/"), "//main//h3") == ["中文"]
    withdraw_post(post, by=None)
    assert not text(get(PAGE), "//main//h3")


def test_without_any_it_says_so_and_may_be_found():
    make_publication(contact="desk@example.org")
    page = get(PAGE)
    assert text(page, "//main/p") == ["Nothing has had to be put right yet."]
    assert page.xpath("//main//a/@href")[0] == "mailto:desk@example.org"
    assert not page.xpath("//meta[@name='robots']")


def test_later_pages():
    post = make_post()
    for number in range(21):
        correct_post(post, f"Correction {number}.", by=None)
    page = get(PAGE)
    assert len(page.xpath("//main//article")) == 20
    assert [path_of(href) for href in page.xpath("//link[@rel='next']/@href")] == [f"{PAGE}page/2/"]
    later = get(f"{PAGE}page/2/")
    assert text(later, "//main//article/p[@class='entry-standfirst']") == ["Correction 0."]
    assert text(later, "//title") == ["Corrections · Page 2 · The Daily Test"]
    [canonical] = later.xpath("//link[@rel='canonical']/@href")
    assert path_of(canonical) == f"{PAGE}page/2/"
    get(f"{PAGE}page/3/", status=404)


def test_its_head_tells_machines_where_it_and_its_feeds_are():
    make_publication("zh")
    correct_post(make_post(), "It was 5 %.", by=None)
    page = get(PAGE)
    assert text(page, "//title") == ["Corrections · The Daily Test"]
    assert "The Daily Test got wrong" in page.xpath("//meta[@name='description']/@content")[0]
    [canonical] = page.xpath("//link[@rel='canonical']/@href")
    assert path_of(canonical) == PAGE
    assert alternates(page) == {
        "en": PAGE,
        "zh-Hans": "/zh/corrections/",
        "x-default": PAGE,
    }
    feeds = page.xpath("//head/link[@rel='alternate'][@type]")
    assert [(link.get("href"), link.get("title")) for link in feeds[:3]] == [
        (f"{PAGE}index.xml", "Corrections on The Daily Test"),
        (f"{PAGE}atom.xml", "Corrections on The Daily Test (Atom)"),
        (f"{PAGE}feed.json", "Corrections on The Daily Test (JSON Feed)"),
    ]
    assert '"CollectionPage"' in page.xpath("string(//head)")


def test_every_page_and_the_sitemap_lead_to_it(client):
    post = make_post()
    for address in ("/en/", post.get_absolute_url()):
        assert get(address).xpath("//footer//a[text()='Corrections']/@href") == [PAGE]
    assert f"{PAGE}</loc>" in client.get("/en/sitemap.xml").text


def test_it_costs_few_queries(client, django_assert_num_queries):
    for section in ("world", "tech", "science"):
        correct_post(make_post(section=section, categories=[section]), "It was 5 %.", by=None)
    with django_assert_num_queries(5):
        client.get(PAGE)
