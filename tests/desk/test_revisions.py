"""The history of a post at the desk."""

import pytest
from lxml import html

from posts.actions import correct_post, save_post
from posts.models import Post
from posts.snapshot import content_of
from posts.working import working_content
from tests.desk.conftest import signed_in
from tests.desk.forms import edit, send, typed
from tests.factories import content, make_draft, make_editor, make_member, make_post

pytestmark = pytest.mark.django_db


def history(post, rest=""):
    return f"/admin/posts/post/{post.pk}/revisions/{rest}"


@pytest.fixture
def draft(publication):
    post = make_draft(title="First words", tags=["Old"], body="<p>The bank lowered rates.</p>")
    text = content(title="Other words", tags=["New"], body="<p>The bank raised rates.</p>")
    return save_post(post, text, by=None, note="Check the tag.")


def test_the_list_says_who_did_what(desk, draft):
    send(desk, edit(draft), typed(desk, edit(draft), verb="submit", note="Please look."))
    page = desk.get(history(draft)).text
    for said in ("editor", "submitted for review", "Draft → In review", "Please look."):
        assert said in page


def test_djangos_own_history_leads_here(desk, draft):
    response = desk.get(f"/admin/posts/post/{draft.pk}/history/")
    assert (response.status_code, response.url) == (302, history(draft))


def test_two_are_compared(desk, draft):
    page = desk.get(history(draft, "compare/?from=1&to=2")).text
    for said in ("<del>lowered</del>", "<ins>raised</ins>", "<del>Old</del>", "<ins>New</ins>"):
        assert said in page
    assert "<ins>raised</ins>" in desk.get(history(draft, "compare/?from=2&to=1")).text


@pytest.mark.parametrize("query", ["", "?from=0&to=99", "?from=x&to=9999999999999999999999"])
def test_without_numbers_that_are_there_the_last_two_are(desk, draft, query):
    assert "<ins>raised</ins>" in desk.get(history(draft, f"compare/{query}")).text


def test_one_click_brings_all_of_it_back(desk, draft, editor):
    before = Post.objects.get().revisions.get(number=1)
    response = desk.post(history(draft, "1/restore/"), follow=True)
    post = Post.objects.get()
    assert "The post is as it was in revision 1." in response.text
    assert content_of(post).as_json() == before.snapshot
    last = post.revisions.first()
    assert (last.action, last.note, last.by) == ("restore", "As in revision 1.", editor)


def test_of_a_live_post_it_becomes_the_newer_draft(desk, publication):
    post = make_post(title="First", tags=["Old"])
    save_post(post, content(title="Second", tags=["New"], slug=post.slug), by=None)
    desk.post(history(post, "1/restore/"))
    post = Post.objects.get()
    assert (post.title, working_content(post).title) == ("Second", "First")
    assert working_content(post).tags == ("Old",)


def test_a_link_restores_nothing(desk, draft):
    assert desk.get(history(draft, "1/restore/")).status_code == 405


def test_what_cannot_be_restored_is_told(desk, draft):
    make_draft(slug=draft.revisions.get(number=1).snapshot["slug"])
    response = desk.post(history(draft, "1/restore/"), follow=True)
    assert "Another post has this address." in response.text
    assert Post.objects.get(pk=draft.pk).title == "Other words"


def test_who_may_not_change_it_restores_nothing(draft):
    reader = signed_in(make_editor("reader", "view_post"))
    assert reader.get(history(draft)).status_code == 200
    assert "restore" not in reader.get(history(draft)).text.lower().replace("restored", "")
    assert reader.post(history(draft, "1/restore/")).status_code == 403
    stranger = signed_in(make_member("Contributor"))
    assert stranger.post(history(draft, "1/restore/")).status_code == 403
    assert Post.objects.get().title == "Other words"


def test_an_old_text_is_made_clean_again(desk, draft, django_assert_max_num_queries):
    revision = draft.revisions.create(
        number=9,
        action="save",
        status="draft",
        snapshot={**content_of(draft).as_json(), "body": "<p onclick=x>a<script>b</script></p>"},
    )
    with django_assert_max_num_queries(12):
        page = desk.get(history(draft, f"compare/?to={revision.number}")).text
    assert "onclick" not in page
    assert "<script>b" not in page


def test_a_correction_is_part_of_the_history(desk, publication):
    post = make_post()
    correct_post(post, "It was wrong.", by=None)
    assert "It was wrong." in desk.get(history(post)).text


def test_revisions_are_numbered_where_they_are_listed(desk):
    post = make_draft()
    send(desk, edit(post), typed(desk, edit(post), title="Second"))
    for address in (edit(post), f"/admin/posts/post/{post.pk}/revisions/"):
        page = html.fromstring(desk.get(address).text)
        numbers = page.xpath("//td[@class='history-number']/text()")
        assert numbers == ["2", "1"], address


def test_one_alone_is_not_compared_with_itself(desk):
    post = make_draft()
    for page in ("", "compare/"):
        text = desk.get(f"/admin/posts/post/{post.pk}/revisions/{page}").text
        assert "There is only one revision" in text
        assert "1 beside 1" not in text
