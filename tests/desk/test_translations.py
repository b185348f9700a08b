"""A piece in two languages, at the desk."""

from dataclasses import replace

import pytest

from edge.stamps import age_of
from posts.actions import begin_translation, save_post
from posts.models import Post
from posts.snapshot import content_of
from posts.translations import original_of
from taxonomy.models import Category, Tag
from tests.desk.conftest import signed_in
from tests.desk.forms import edit, send, typed
from tests.factories import content, make_editor, make_member, make_post, make_publication

pytestmark = pytest.mark.django_db


@pytest.fixture
def chinese(publication):
    return make_publication("zh")


@pytest.fixture
def post(chinese):
    Category.objects.ensure("en", ["world", "finance"])
    Category.objects.ensure("zh", ["world", "caijing"])
    Category.objects.filter(slug__in=["finance", "caijing"]).update(concept="finance")
    Tag.objects.ensure("en", ["Trade", "US-China relations"])
    Tag.objects.ensure("zh", ["贸易"])
    Tag.objects.filter(name__in=["Trade", "贸易"]).update(concept="trade")
    return make_post(
        title="Fed cuts rates",
        slug="fed",
        section="finance",
        categories=["finance", "world"],
        tags=["Trade", "US-China relations"],
        sources=[("Reuters", "https://www.reuters.com/1")],
    )


def begin(client, post, language="zh"):
    return client.post(f"/admin/posts/post/{post.pk}/translate/{language}/", follow=True)


def test_one_click_begins_the_other_version(desk, post):
    assert "Begin the version for" in desk.get(edit(post)).text
    begin(desk, post)
    begun = Post.objects.get(publication__code="zh")
    assert (begun.status, begun.translation_key) == ("draft", post.translation_key)
    found = content_of(begun)
    assert (found.title, found.slug, found.section) == ("Fed cuts rates", "fed", "caijing")
    assert found.tags == ("贸易",)
    assert found.categories == ("caijing", "world")
    assert [row.label for row in found.citations] == ["Reuters"]
    page = desk.get(edit(begun)).text
    assert "Translated from “Fed cuts rates”" in page
    assert "Begin the version for" not in page
    assert "changed since" not in page


def test_not_twice_and_not_in_its_own_language(desk, post):
    begin(desk, post)
    assert "There is a version in this language already." in begin(desk, post).text
    assert "It is written in this language." in begin(desk, post, "en").text
    assert begin(desk, post, "fr").status_code == 404
    assert Post.objects.count() == 2


def test_a_change_of_the_original_is_told_with_what_changed(desk, post, chinese):
    begun = begin_translation(post, chinese, by=None)
    save_post(post, content(title="Fed cuts rates again", slug="fed", section="finance"), by=None)
    page = desk.get(edit(begun)).text
    assert "The original has changed since." in page
    assert f"/admin/posts/post/{post.pk}/revisions/compare/?from=2" in page
    desk.post(f"/admin/posts/post/{begun.pk}/translation-kept/")
    assert "changed since" not in desk.get(edit(begun)).text


def test_a_newer_draft_of_the_original_counts(desk, post, chinese):
    begun = begin_translation(post, chinese, by=None)
    send(desk, edit(post), typed(desk, edit(post), summary="Newer.", verb="save"))
    assert original_of(begun).is_stale


def test_other_tags_make_nothing_stale(post, chinese):
    begun = begin_translation(post, chinese, by=None)
    save_post(post, replace(content_of(post), tags=("AI",)), by=None)
    assert not original_of(begun).is_stale


def test_a_contributor_translates_what_another_wrote(post):
    contributor = make_member("Contributor")
    begin(signed_in(contributor), post)
    assert Post.objects.get(publication__code="zh").created_by == contributor


def test_a_reader_begins_none(post):
    reader = signed_in(make_editor("reader", "view_post"))
    assert begin(reader, post).status_code == 403
    assert Post.objects.count() == 1


@pytest.fixture
def apart(post, chinese):
    """The same piece, written twice without either knowing of the other."""
    return make_post("zh", title="美联储降息", slug="jiangxi")


def link(client, post, typed):
    return client.post(
        f"/admin/posts/post/{post.pk}/versions/join/", {"version": typed}, follow=True
    )


def part(client, version, post):
    return client.post(
        f"/admin/posts/post/{version.pk}/versions/part/", {"from": post.pk}, follow=True
    )


@pytest.mark.parametrize("typed", ["/zh/posts/world/jiangxi/", "美联储", "jiangxi"])
def test_one_that_is_here_already_is_linked(desk, client, post, apart, typed):
    assert "A version is here already" in desk.get(edit(post)).text
    assert "“美联储降息” is a version of it now." in link(desk, post, typed).text
    assert apart.get_absolute_url() in client.get(post.get_absolute_url()).text
    assert post.get_absolute_url() in client.get(apart.get_absolute_url()).text
    assert "A version is here already" not in desk.get(edit(post)).text
    assert post.revisions.first().note == "美联储降息"


def test_and_parted_again(desk, client, post, apart):
    link(desk, post, "jiangxi")
    answer = part(desk, apart, post)
    assert answer.redirect_chain[-1][0] == edit(post)
    assert "“美联储降息” is a piece of its own now." in answer.text
    assert apart.get_absolute_url() not in client.get(post.get_absolute_url()).text
    assert "It has no other versions." in part(desk, post, post).text


def test_the_lists_of_both_are_stamped_anew(desk, post, apart):
    before = {key: age_of([key]).changed_at for key in ("en", "zh")}
    link(desk, post, "jiangxi")
    after = {key: age_of([key]).changed_at for key in ("en", "zh")}
    assert after["en"] > before["en"]
    assert after["zh"] > before["zh"]


def test_what_is_linked_is_one_post_of_a_language_that_is_missing(desk, post, apart):
    make_post("zh", title="美联储升息", slug="shengxi")
    make_post("en", title="Fed waits", slug="fed-waits")
    assert "Several posts are found: “美联储" in link(desk, post, "美联储").text
    assert "No post in another language" in link(desk, post, "fed waits").text
    assert "No post in another language" in link(desk, post, "").text
    link(desk, post, "jiangxi")
    assert "No post in another language" in link(desk, post, "shengxi").text
    post.refresh_from_db()
    assert Post.objects.filter(translation_key=post.translation_key).count() == 2


def test_who_may_change_only_one_of_them_links_nothing(post, apart, caplog):
    mine = begin_translation(post, make_publication("fr"), by=make_member("Author"))
    author = signed_in(mine.created_by)
    part(author, mine, mine)
    assert link(author, mine, "jiangxi").status_code == 403
    mine.refresh_from_db()
    assert Post.objects.filter(translation_key=mine.translation_key).count() == 1
    assert "Refused" in caplog.text
