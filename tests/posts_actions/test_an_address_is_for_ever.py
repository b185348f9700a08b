from urllib.parse import quote

import pytest

from posts.actions import save_post, withdraw_post
from posts.models import Redirect
from tests.factories import content, make_draft, make_post

pytestmark = pytest.mark.django_db


def test_a_changed_address_leaves_a_redirect(client):
    post = make_post(section="world", slug="first")
    save_post(post, content(section="finance", slug="second"), by=None)
    response = client.get("/en/posts/world/first/?a=1")
    assert response.status_code == 301
    assert response.headers["Location"] == "/en/posts/finance/second/?a=1"


def test_two_changes_make_no_chain(client):
    post = make_post(section="world", slug="first")
    save_post(post, content(slug="second"), by=None)
    save_post(post, content(slug="third"), by=None)
    for old in ("first", "second"):
        response = client.get(f"/en/posts/world/{old}/")
        assert response.headers["Location"] == "/en/posts/world/third/"


def test_going_back_makes_no_loop(client):
    post = make_post(section="world", slug="first")
    save_post(post, content(slug="second"), by=None)
    save_post(post, content(slug="first"), by=None)
    assert client.get("/en/posts/world/second/").headers["Location"] == "/en/posts/world/first/"
    assert not Redirect.objects.filter(path="/en/posts/world/first/").exists()


def test_a_chinese_address_is_found(client):
    post = make_post("zh", section="tech", slug="芯片")
    save_post(post, content(section="tech", slug="芯片二"), by=None)
    response = client.get(quote("/zh/posts/tech/芯片/"))
    assert response.headers["Location"] == quote("/zh/posts/tech/芯片二/")


def test_a_draft_leaves_none():
    draft = make_draft(slug="first")
    save_post(draft, content(slug="second"), by=None)
    assert not Redirect.objects.exists()


def test_a_withdrawn_post_is_gone(client):
    post = make_post(section="world", slug="first")
    save_post(post, content(slug="second"), by=None)
    withdraw_post(post, by=None)
    assert client.get("/en/posts/world/second/").status_code == 410


def test_an_old_address_can_be_gone(client):
    Redirect.objects.create(path="/en/old/")
    assert client.get("/en/old/").status_code == 410


def test_index_html_does_not_lead_to_another_site(client):
    location = client.get("//evil.example/index.html").headers["Location"]
    assert not location.startswith("//")


def test_index_html_leads_to_the_folder(client):
    response = client.get("/en/posts/world/any/index.html")
    assert response.headers["Location"] == "/en/posts/world/any/"
