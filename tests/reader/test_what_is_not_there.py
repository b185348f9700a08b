import pytest
from django.test import Client

from posts.actions import withdraw_post
from posts.models import Redirect
from tests.factories import make_draft, make_post, make_publication

from .pages import get, text

pytestmark = pytest.mark.django_db


def test_what_never_was_is_not_found_in_the_language_of_the_address():
    make_publication("en")
    make_publication("zh")
    assert text(get("/zh/nothing/", 404), "//h1") == ["没有这个页面"]
    assert text(get("/zh/posts/a/b/", 404), "//h1") == ["没有这个页面"]


def test_an_address_without_a_language_gets_the_masthead_of_the_first():
    make_publication("zh")
    make_publication("en")
    page = get("/nothing", 404)
    assert text(page, "//h1") == ["There is no such page"]
    assert text(page, "//*[@class='masthead-name']") == ["The Daily Test"]


def test_a_site_without_publications_says_so_too():
    assert text(get("/nothing", 404), "//h1") == ["There is no such page"]


def test_a_draft_is_not_found():
    draft = make_draft()
    assert Client().get(draft.get_absolute_url()).status_code == 404


def test_a_withdrawn_post_is_gone():
    post = withdraw_post(make_post(title="Wrong"), by=None)
    page = get(post.get_absolute_url(), 410)
    assert text(page, "//h1") == ["What was here has been withdrawn"]
    assert "Wrong" not in page.text_content()


def test_so_is_an_address_that_leads_nowhere():
    make_publication()
    Redirect.objects.create(path="/en/posts/old/one/")
    assert text(get("/en/posts/old/one/", 410), "//h1") == ["What was here has been withdrawn"]


def test_neither_is_for_search_engines():
    make_publication()
    assert get("/en/nothing/", 404).xpath("//meta[@name='robots']/@content") == ["noindex"]
