"""The pages with the editor have a content security policy of their own; no other page has."""

import pytest
from django.core.checks import run_checks
from django.test import Client

from tests.desk.forms import ADD, LIST, delete, edit, send, typed
from tests.factories import make_draft, make_post

pytestmark = pytest.mark.django_db


def policy(response):
    return response.headers["Content-Security-Policy"]


def test_the_editors_pages(desk):
    post = make_draft()
    page_add = "/admin/publication/page/add/"
    for address in (ADD, edit(post), page_add):
        header = policy(desk.get(address))
        assert "script-src 'self' 'unsafe-inline';" in header
        assert "nonce-" not in header
        assert "'unsafe-eval'" not in header
    refused = send(desk, ADD, typed(desk, ADD, title=""))
    assert "'unsafe-inline'" in policy(refused)


def test_every_other_page_of_the_admin(desk):
    post = make_draft()
    strict = [
        "/admin/",
        LIST,
        delete(post),
        f"/admin/posts/post/{post.pk}/revisions/",
        f"/admin/posts/post/{post.pk}/revisions/compare/",
        "/admin/posts/author/add/",
        "/admin/taxonomy/tag/add/",
        "/admin/publication/page/",
        "/admin/password_change/",
        "/admin/posts/",
        "/admin/posts/post/complete-tags/?q=a&language=en",
        "/admin/jsi18n/",
    ]
    for address in strict:
        assert "unsafe" not in policy(desk.get(address)), address
    assert "unsafe" not in policy(Client().get("/admin/login/"))


def test_readers_pages(desk):
    post = make_post()
    for address in ("/en/", post.get_absolute_url(), "/en/nothing/"):
        assert "unsafe" not in policy(desk.get(address)), address


def test_no_upload_is_mounted(desk):
    for address in ("/ckeditor/upload/", "/admin/ckeditor/upload/", "/ckeditor/browse/"):
        assert desk.get(address).status_code == 404
    assert "UploadUrl" not in desk.get(ADD).text


def test_nothing_warns_of_the_editor():
    found = [check for check in run_checks() if check.id == "ckeditor.W001"]
    assert [check.is_silenced() for check in found] == [True]


def test_the_admin_follows_the_browser(desk):
    response = desk.get(ADD, headers={"accept-language": "zh-CN,zh;q=0.9"})
    assert '<html lang="zh-hans"' in response.text
    assert "&quot;language&quot;: &quot;zh-cn&quot;" in response.text
    assert "&quot;language&quot;: &quot;en" in desk.get(ADD).text
