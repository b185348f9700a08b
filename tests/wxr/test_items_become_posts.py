"""What an item of WordPress is here: its dates, its state, its labels, its old address."""

from datetime import UTC, datetime

import pytest

from posts.arrivals import Arrival
from posts.workflow import Status
from tests.wxr.exports import attachment, export, item
from transfer.moving import Note, PageArrival, RedirectArrival, Skipped, TermArrival


def of(kind, reader):
    return [one for one in reader if isinstance(one, kind)]


def post(read, **values):
    [found] = of(Arrival, read(export(item(5, **values))))
    return found


def test_a_published_post(read):
    found = post(
        read,
        title="Ships & <em>more</em>",
        content='See <a href="https://old.example/2019/05/b/#c">b</a>.',
        modified="2019-06-01 00:00:00",
        terms=[
            ("category", "uncategorized", "Uncategorized"),
            ("category", "ports", "Ports"),
            ("post_tag", "u-s-trade", "U.S. Trade"),
            ("post_format", "post-format-aside", "Aside"),
        ],
    )
    assert found.key == "wordpress:https://www.old.example/?p=5"
    assert (found.guid, found.guid_is_permalink) == ("https://www.old.example/?p=5", False)
    assert found.published_at == datetime(2019, 5, 4, 10, tzinfo=UTC)
    assert found.updated_at == datetime(2019, 6, 1, tzinfo=UTC)
    assert found.old_paths == ("/2019/05/headline-5/",)
    assert found.stage == Status.PUBLISHED
    content = found.content
    assert (content.title, content.slug, content.section) == ("Ships & more", "headline-5", "ports")
    assert (content.categories, content.tags) == (("ports",), ("U.S. Trade",))
    assert content.authors == ("Ada Example",)
    assert content.body == '<p>See <a href="/2019/05/b/#c">b</a>.</p>'
    assert content.summary == "See b."


@pytest.mark.parametrize(
    ("values", "stage"),
    [
        ({"status": "future", "date": "2031-01-01 00:00:00"}, Status.PUBLISHED),
        ({"status": "draft", "date": "0000-00-00 00:00:00"}, Status.DRAFT),
        ({"status": "pending"}, Status.DRAFT),
        ({"status": "private"}, Status.DRAFT),
        ({"password": "secret"}, Status.DRAFT),
    ],
)
def test_what_was_not_public_is_not_public(read, values, stage):
    found = post(read, **values)
    assert found.stage == stage
    assert bool(found.guid) == bool(found.old_paths) == (stage == Status.PUBLISHED)


def test_a_slug_in_chinese_and_none(read):
    assert post(read, name="%e6%b8%af%e5%8f%a3").content.slug == "港口"
    assert post(read, name="a%2Fb").content.slug == ""
    assert post(read, link="https://www.old.example/?p=5").old_paths == ()


def test_without_a_category_it_is_in_the_section_that_was_given(read):
    text = export(item(terms=[("category", "uncategorized", "Uncategorized")]))
    [found] = of(Arrival, read(text, section="notes"))
    assert (found.content.section, found.content.categories) == ("notes", ())


def test_pages_keep_their_place_below_others(read):
    about = item(1, type="page", name="about", link="https://www.old.example/about/")
    team = item(2, type="page", name="team", parent="1", link="https://www.old.example/about/team/")
    reader = read(export(about, team, item(3, type="page", status="draft")))
    found = list(reader)
    assert [one.path for one in found if isinstance(one, PageArrival)] == ["about", "about/team"]
    assert RedirectArrival("/about/team/", "/en/about/team/") in found
    assert [one.name for one in found if isinstance(one, Skipped)] == ["Headline 3"]


def test_lists_lead_to_where_they_are_now(read):
    found = list(read(export(item())))
    for move in (
        RedirectArrival("/category/world/ports/", "/en/categories/ports/"),
        RedirectArrival("/category/world/feed/", "/en/categories/world/index.xml"),
        RedirectArrival("/tag/u-s-trade/", "/en/tags/u.s.-trade/"),
        RedirectArrival("/author/ada/", "/en/authors/ada-example/"),
        RedirectArrival("/feed/", "/en/index.xml"),
    ):
        assert move in found
    title = TermArrival(language="en", kind="category", slug="world", title="World & sea")
    assert title in found


@pytest.mark.parametrize(
    ("values", "lost"),
    [
        ({"status": "trash"}, False),
        ({"status": "auto-draft"}, False),
        ({"status": "wc-odd"}, True),
        ({"type": "product"}, True),
    ],
)
def test_what_becomes_nothing_is_told(read, values, lost):
    [told] = of(Skipped, read(export(item(**values))))
    assert told.lost is lost
    assert told.why


def test_other_kinds_are_taken_where_they_are_named(read):
    text = export(item(type="story"))
    assert len(of(Arrival, read(text, types=("post", "story")))) == 1


def test_comments_files_and_shortcodes_are_told(read):
    picture = "https://www.old.example/wp-content/uploads/2019/a.png"
    text = export(item(1, comments=3, content="[tweet]x[/tweet]"), attachment(2, picture))
    reader = read(text)
    assert [one.name for one in of(Skipped, reader)] == ["1 files", "3 comments"]
    assert "[tweet]" in of(Note, read(text))[-1].text


def test_a_site_in_a_folder_keeps_it_in_old_addresses(read):
    text = export(item(link="https://www.old.example/blog/a/")).replace(
        "<wp:base_blog_url>https://www.old.example<",
        "<wp:base_blog_url>https://www.old.example/blog<",
    )
    found = list(read(text))
    assert next(one for one in found if isinstance(one, Arrival)).old_paths == ("/blog/a/",)
    assert RedirectArrival("/blog/feed/", "/en/index.xml") in found


def test_two_with_one_guid_keep_one_each(read):
    guid = "https://www.old.example/?p=1"
    text = export(item(1, guid=guid), item(2, guid=guid))
    found = [one.guid for one in of(Arrival, read(text))]
    assert found == [guid, "https://www.old.example/?p=2"]
