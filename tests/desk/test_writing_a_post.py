"""From an empty form to a page that readers see."""

import pytest

from posts.models import Citation
from taxonomy.models import Category, Tag
from tests.desk.forms import ADD, edit, new_post, only_post, send, typed
from tests.factories import make_draft, make_publication

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def world(publication):
    Category.objects.ensure("en", ["world", "finance"])


def test_a_draft_is_saved_with_all_that_was_typed(desk, editor):
    data = new_post(
        desk,
        title="  Fed cuts  rates ",
        summary="The first cut in a year.",
        body="<h2>Why</h2><p>Because.</p>",
        tag_list="Interest rates, White House，US-China relations、AI",
        category_list=["en/finance", "en/world"],
        author_list="Ann Lee, Bo",
        slug="fed-cuts",
        sources=[("Reuters", "https://www.reuters.com/a"), ("AP", "apnews.com/b")],
        verb="save",
    )
    send(desk, ADD, data)
    post = only_post()
    assert (post.title, post.summary) == ("Fed cuts rates", "The first cut in a year.")
    assert post.body == "<h2>Why</h2><p>Because.</p>"
    assert (post.status, post.created_by) == ("draft", editor)
    assert post.path == "/en/posts/world/fed-cuts/"
    assert [row.labels for row in post.tagged.all()] == [
        ["Interest rates"],
        ["White House"],
        ["US-China relations"],
        ["AI"],
    ]
    assert [row.label for row in post.filed.all()] == ["finance", "world"]
    assert post.byline == "Ann Lee, Bo"
    assert list(Citation.objects.values_list("label", "url", "publisher__name")) == [
        ("Reuters", "https://www.reuters.com/a", "Reuters"),
        ("AP", "https://apnews.com/b", "AP"),
    ]
    assert [row.action for row in post.revisions.all()] == ["create"]
    assert desk.get("/en/posts/world/fed-cuts/").status_code == 404


def test_publishing_at_once_shows_it_to_readers(desk):
    response = send(desk, ADD, new_post(desk, tag_list="AI, Trade", verb="publish"))
    post = only_post()
    assert post.status == "published"
    assert "View on site" in response.text
    assert desk.get(post.get_absolute_url()).status_code == 200
    assert "Fed cuts rates" in desk.get("/en/tags/ai/").text


def test_the_text_goes_along_with_every_button(desk):
    post = make_draft(title="Old")
    send(desk, edit(post), typed(desk, edit(post), title="New", verb="submit", note="Please look."))
    post.refresh_from_db()
    assert (post.title, post.status) == ("New", "in_review")
    newest = post.revisions.first()
    assert (newest.action, newest.note) == ("submit", "Please look.")


def test_changes_of_a_published_post_are_live_when_they_are_published(desk):
    send(desk, ADD, new_post(desk, verb="publish"))
    post = only_post()
    send(desk, edit(post), typed(desk, edit(post), title="Corrected", verb="publish"))
    assert "Corrected" in desk.get(post.get_absolute_url()).text
    post.refresh_from_db()
    assert post.updated_at is None


def test_a_significant_edit_is_dated(desk):
    send(desk, ADD, new_post(desk, verb="publish"))
    post = only_post()
    send(desk, edit(post), typed(desk, edit(post), significant="on", verb="publish"))
    post.refresh_from_db()
    assert post.updated_at is not None


def test_withdrawing_and_publishing_again(desk):
    send(desk, ADD, new_post(desk, verb="publish"))
    post = only_post()
    send(desk, edit(post), typed(desk, edit(post), verb="withdraw"))
    assert desk.get(post.get_absolute_url()).status_code == 410
    assert "Publish again" in desk.get(edit(post)).text
    send(desk, edit(post), typed(desk, edit(post), verb="publish"))
    assert desk.get(post.get_absolute_url()).status_code == 200


def test_the_category_follows_the_section_when_none_is_chosen(desk):
    send(desk, ADD, new_post(desk, section="en/finance"))
    assert [row.label for row in only_post().filed.all()] == ["finance"]


def test_a_source_is_named_as_it_was_the_last_time(desk):
    make_draft(sources=[("路透社", "https://www.reuters.com/1")])
    data = new_post(desk, sources=[("", "https://www.reuters.com/2")])
    send(desk, ADD, data)
    assert Citation.objects.get(url__endswith="/2").label == "路透社"


def test_the_same_tag_in_another_spelling_is_the_same_tag(desk):
    send(desk, ADD, new_post(desk, tag_list="AI, ai"))
    assert Tag.objects.count() == 1
    assert only_post().tagged.get().labels == ["AI", "ai"]


def test_one_begins_in_the_language_of_ones_last_post(desk, editor):
    make_publication("zh")
    assert desk.get(ADD).context["adminform"].form["publication"].value() in (None, "en")
    Category.objects.ensure("zh", ["world"])
    send(desk, ADD, new_post(desk, publication="zh", section="zh/world"))
    assert desk.get(ADD).context["adminform"].form["publication"].value() == "zh"


def test_a_section_of_another_language_is_refused(desk):
    make_publication("zh")
    response = send(desk, ADD, new_post(desk, publication="zh", section="en/world"))
    assert response.errors == ["This section belongs to another language."]
