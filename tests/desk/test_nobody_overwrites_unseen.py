"""Two editors in one post: the second sees both texts, and chooses."""

import pytest
from lxml import html

from posts.content import CitationContent
from posts.snapshot import content_of
from posts.working import working_content
from tests.desk.conftest import signed_in
from tests.desk.forms import edit, send, typed
from tests.factories import make_draft, make_editor, make_post

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(publication):
    return make_draft(
        title="As it was",
        summary="As it was.",
        tags=["Washington, D.C."],
        sources=[("One", "https://one.example/")],
    )


@pytest.fixture
def other(db):
    return signed_in(make_editor("other"))


def overtaken(desk, other, post, *, mine, theirs):
    """The answer to an editor whom the other overtook."""
    sent = typed(desk, edit(post), verb="save", **mine)
    send(other, edit(post), typed(other, edit(post), verb="save", **theirs))
    return send(desk, edit(post), sent)


def choices(response):
    """What the page offers: field → what is chosen at first."""
    page = html.fromstring(response.text)
    chosen = page.xpath("//input[starts-with(@name, 'keep-')][@checked]")
    return {radio.get("name"): radio.get("value") for radio in chosen}


def again(response, **values):
    """What the form that was shown again sends."""
    [form] = [one for one in html.fromstring(response.text).forms if one.get("id") == "post_form"]
    data = {}
    for name, value in form.form_values():
        data.setdefault(name, []).append(value)
    return {**data, "verb": "save", **values}


def stored(post):
    post.refresh_from_db()
    return content_of(post)


def test_the_second_is_told_and_keeps_what_was_typed(desk, other, post):
    response = overtaken(
        desk,
        other,
        post,
        mine={"title": "Mine"},
        theirs={"title": "Theirs", "sources": [("Two", "https://two.example/")]},
    )
    assert "other saved this post while you were writing." in response.errors[0]
    assert response.context["adminform"].form["title"].value() == "Mine"
    assert stored(post).title == "Theirs"


def test_both_texts_stand_side_by_side(desk, other, post):
    body = {"body": "<p>Rates fell today.</p>"}
    response = overtaken(desk, other, post, mine={"body": "<p>Rates rose today.</p>"}, theirs=body)
    assert "<del>fell</del>" in response.text
    assert "<ins>rose</ins>" in response.text


def test_what_only_one_changed_is_chosen_at_first(desk, other, post):
    response = overtaken(
        desk,
        other,
        post,
        mine={"title": "Mine", "slug": "mine"},
        theirs={"title": "Theirs", "summary": "Theirs."},
    )
    assert choices(response) == {
        "keep-title": "mine",
        "keep-summary": "theirs",
        "keep-slug": "mine",
    }
    send(desk, edit(post), again(response))
    found = stored(post)
    assert (found.title, found.summary, found.slug) == ("Mine", "Theirs.", "mine")


def test_every_field_of_theirs_can_be_chosen(desk, other, post):
    theirs = {
        "title": "Theirs",
        "summary": "Theirs.",
        "body": "<p>Theirs &amp; more.</p>",
        "tag_list": "Washington, D.C., New York",
        "author_list": "Ann Lee, Bo",
        "slug": "theirs",
        "sources": [("Two", "https://two.example/"), ("Three", "https://three.example/")],
    }
    response = overtaken(desk, other, post, mine={"title": "Mine"}, theirs=theirs)
    kept = dict.fromkeys(choices(response), "theirs")
    assert set(kept) == {
        f"keep-{name}"
        for name in ("title", "summary", "body", "tags", "authors", "slug", "citations")
    }
    before = stored(post)
    send(desk, edit(post), {**again(response), **kept})
    assert stored(post) == before
    assert before.citations == (
        CitationContent(
            label="Two", url="https://two.example/", publisher=before.citations[0].publisher
        ),
        CitationContent(
            label="Three", url="https://three.example/", publisher=before.citations[1].publisher
        ),
    )


def test_keeping_mine_replaces_theirs(desk, other, post):
    response = overtaken(desk, other, post, mine={"title": "Mine"}, theirs={"title": "Theirs"})
    send(desk, edit(post), again(response, **{"keep-title": "mine"}))
    assert stored(post).title == "Mine"


def test_a_third_editor_in_between_is_told_of_as_well(desk, other, post):
    response = overtaken(desk, other, post, mine={"title": "Mine"}, theirs={"title": "Theirs"})
    send(other, edit(post), typed(other, edit(post), title="Theirs again", verb="save"))
    second = send(desk, edit(post), again(response, **{"keep-title": "theirs"}))
    assert "other saved this post" in second.errors[0]
    assert stored(post).title == "Theirs again"


def test_over_a_live_post_it_is_the_newer_drafts_that_meet(desk, other, publication):
    post = make_post(title="Live")
    response = overtaken(desk, other, post, mine={"title": "Mine"}, theirs={"summary": "Theirs."})
    assert choices(response) == {"keep-title": "mine", "keep-summary": "theirs"}
    send(desk, edit(post), again(response))
    post.refresh_from_db()
    assert post.title == "Live"
    assert (working_content(post).title, working_content(post).summary) == ("Mine", "Theirs.")


def test_hostile_text_is_clean_in_the_comparison(desk, other, post):
    hostile = {"title": "<script>alert(1)</script>", "body": "<p onclick=alert(1)>x</p>"}
    response = overtaken(desk, other, post, mine=hostile, theirs={"title": "Theirs"})
    [panel] = html.fromstring(response.text).xpath("//section[@class='conflict']")
    assert "onclick" not in html.tostring(panel, encoding="unicode")
    assert not panel.xpath(".//script")


def test_with_errors_of_its_own_it_is_told_and_not_compared(desk, other, post):
    response = overtaken(desk, other, post, mine={"title": ""}, theirs={"summary": "Theirs."})
    assert "has errors of its own" in response.text


@pytest.mark.parametrize("seen", ["x", "-1", "99999999999999999999", "99"])
def test_a_forged_number_breaks_nothing(desk, post, seen):
    data = typed(desk, edit(post), title="Forged", verb="save", **{"keep-title": "theirs"})
    response = send(desk, edit(post), {**data, "seen": seen})
    assert response.status_code == 200


def test_one_editor_may_save_again_and_again(desk, post):
    for title in ("First", "Second"):
        send(desk, edit(post), typed(desk, edit(post), title=title, verb="save"))
    assert stored(post).title == "Second"
