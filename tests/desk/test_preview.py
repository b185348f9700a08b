"""The page of a text that is not published."""

from datetime import timedelta

import pytest
import time_machine
from django.core import signing
from django.test import Client
from django.utils import timezone

from posts.actions import close_preview, open_preview, redraft_post
from posts.models import Post, PreviewLink
from taxonomy.models import Category, Tag
from tests.desk.conftest import signed_in
from tests.desk.forms import ADD, edit, new_post, typed
from tests.factories import (
    content,
    make_draft,
    make_editor,
    make_member,
    make_post,
    make_publication,
)
from tests.images.samples import make_picture

pytestmark = pytest.mark.django_db

TYPED = "/admin/posts/post/preview/"


def stored_rows():
    return [list(model.objects.order_by("pk").values()) for model in (Post, Tag, Category)]


@pytest.fixture
def draft(publication):
    return make_draft(title="Stored", body="<p>Stored text.</p>", tags=["Old"])


def test_what_is_typed_is_shown_and_nothing_is_stored(desk, draft):
    before = stored_rows()
    data = typed(
        desk,
        edit(draft),
        title="Typed",
        body="<h2>Why</h2><p>Typed.</p>",
        tag_list="Brand new",
        sources=[("New Wire", "https://new.example/1")],
    )
    page = desk.post(TYPED, data)
    assert page.status_code == 200
    for said in ("<h1>Typed</h1>", "<p>Typed.</p>", "Brand New", "New Wire", "1 source"):
        assert said in page.text
    assert stored_rows() == before


def test_it_is_the_page_that_readers_get(desk, client, publication):
    post = make_post(tags=["Trade"], authors=["Ann Lee"], body="<p>Text.</p>")
    page = desk.get(f"/admin/posts/post/{post.pk}/preview/").text
    assert page == client.get(post.get_absolute_url()).text


def test_a_new_post_has_one_before_anything_is_chosen(desk, publication):
    page = desk.post(TYPED, typed(desk, ADD, publication="en", title="", body="<p>Begun.</p>"))
    assert "<p>Begun.</p>" in page.text
    assert not Post.objects.exists()


def test_it_speaks_the_language_of_the_post(desk, publication):
    make_publication("zh")
    page = desk.post(TYPED, new_post(desk, publication="zh", section="", title="标题")).text
    assert '<html lang="zh-Hans">' in page
    assert "每日测试" in page


def test_of_a_live_post_the_newer_text_is_shown(desk, publication):
    post = make_post(title="Live")
    redraft_post(post, content(title="Newer"), by=None)
    assert "<h1>Newer</h1>" in desk.get(f"/admin/posts/post/{post.pk}/preview/").text


def test_what_cannot_be_shown_says_why(desk, draft):
    page = desk.post(TYPED, typed(desk, edit(draft), body="<div>" * 1000))
    assert page.status_code in (200, 422)
    make_draft(slug="taken")
    page = desk.post(TYPED, typed(desk, edit(draft), slug="taken"))
    assert page.status_code == 422
    assert "Another post has this address." in page.text


def test_scripts_are_as_dead_as_on_the_page(desk, draft):
    hostile = "<p onclick=alert(1)>x</p><script>alert(1)</script>"
    page = desk.post(TYPED, typed(desk, edit(draft), title="<script>y</script>", body=hostile))
    assert "<script>y" not in page.text
    assert "onclick" not in page.text
    assert "script-src 'none'" in page.headers["Content-Security-Policy"]


def test_only_those_who_may_write_it_see_it_typed(draft):
    stranger = signed_in(make_member("Contributor"))
    assert stranger.post(TYPED, {"form_post": draft.pk}).status_code == 403
    assert Client().post(TYPED, {"form_post": draft.pk}).status_code == 302
    assert Client().get(f"/admin/posts/post/{draft.pk}/preview/").status_code == 302


def test_a_signed_link_shows_it_to_people_without_an_account(draft, client):
    link = open_preview(draft, timezone.now() + timedelta(days=1), by=None, note="Fact checker")
    address = f"/preview/{link.token}/"
    page = client.get(address)
    assert page.status_code == 200
    assert "<h1>Stored</h1>" in page.text
    assert "A preview, not published" in page.text
    assert "noindex" in page.headers["X-Robots-Tag"]
    assert "no-store" in page.headers["Cache-Control"]
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert client.get(draft.get_absolute_url()).status_code == 404


def test_its_pictures_are_seen_there_and_nowhere_else(draft, client, desk):
    picture, other = make_picture(), make_picture(colour="tomato")
    body = f'<p>x</p><p><img src="{picture.get_absolute_url()}" alt="A"></p>'
    post = make_draft(body=body, slug="pictured")
    link = open_preview(post, timezone.now() + timedelta(days=1), by=None)
    page = client.get(f"/preview/{link.token}/").text
    address = f"/preview/{link.token}/media/{picture.file}"
    assert f'src="{address}"' in page
    shown = client.get(address)
    assert (shown.status_code, shown.getvalue()[:3]) == (200, b"\xff\xd8\xff")
    assert client.get(f"/preview/{link.token}/media/{other.file}").status_code == 404
    assert client.get(picture.get_absolute_url()).status_code == 404


def test_it_comes_to_its_end(draft, client):
    until = timezone.now() + timedelta(days=1)
    address = f"/preview/{open_preview(draft, until, by=None).token}/"
    with time_machine.travel(until + timedelta(seconds=1), tick=False):
        assert client.get(address).status_code == 404
    assert client.get(address).status_code == 200
    close_preview(PreviewLink.objects.get(), by=None)
    assert client.get(address).status_code == 404


def test_no_link_can_be_made_up(draft, client):
    link = open_preview(draft, timezone.now() + timedelta(days=1), by=None)
    for token in ("x", "1", "MQ:1u:forged", signing.Signer(salt="other").sign_object(link.pk)):
        assert client.get(f"/preview/{token}/").status_code == 404


def test_editors_make_and_end_links_at_the_form(desk, draft):
    address = f"/admin/posts/post/{draft.pk}/preview-links/"
    page = desk.post(address, {"days": "7", "for_whom": "Ann"}, follow=True)
    link = PreviewLink.objects.get()
    assert link.token in page.text
    assert timedelta(days=6) < link.expires_at - timezone.now() <= timedelta(days=7)
    desk.post(f"{address}{link.pk}/close/")
    assert not PreviewLink.objects.exists()


def test_who_may_not_change_a_post_makes_no_link(draft):
    reader = signed_in(make_editor("reader", "view_post"))
    address = f"/admin/posts/post/{draft.pk}/preview-links/"
    assert reader.post(address, {"days": "7"}).status_code == 403
    assert not PreviewLink.objects.exists()
