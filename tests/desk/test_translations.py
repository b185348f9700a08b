"""A piece in two languages, at the desk."""

from dataclasses import replace

import pytest

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
