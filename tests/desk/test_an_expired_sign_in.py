"""A form that is sent when its sign-in has expired."""

import pytest
from lxml import html

from posts.models import Post
from taxonomy.models import Category
from tests.desk.conftest import signed_in
from tests.desk.forms import ADD, edit, new_post, typed
from tests.factories import make_draft, make_member

pytestmark = pytest.mark.django_db

SIGN_IN = "/admin/posts/post/sign-in/"


@pytest.fixture
def post(publication):
    return make_draft(title="Stored")


def expired(client, address, data):
    """The page that an editor gets who was signed out before the form was sent."""
    client.logout()
    response = client.post(address, data)
    assert response.status_code == 200
    return response


def sign_in(client, page, **typed):
    [form] = [one for one in html.fromstring(page.text).forms if one.get("id") == "login-form"]
    data = {}
    for name, value in form.form_values():
        data.setdefault(name, []).append(value)
    values = {"username": "editor", "password": "correct horse battery", **typed}
    return client.post(form.get("action"), {**data, **values}, follow=True)


def test_nothing_that_was_typed_is_lost(desk, post):
    sources = [("Wire", "https://wire.example/a")]
    data = typed(
        desk, edit(post), title="“Typed”", body="<p>Typed.</p>", sources=sources, verb="publish"
    )
    page = expired(desk, edit(post), data)
    assert Post.objects.get().title == "Stored"
    again = sign_in(desk, page)
    form = again.context["adminform"].form
    assert form["title"].value() == "“Typed”"
    assert form["body"].value() == "<p>Typed.</p>"
    assert "https://wire.example/a" in again.text
    assert (Post.objects.get().title, Post.objects.get().status) == ("Stored", "draft")


def test_nor_of_a_new_post(desk, publication):
    Category.objects.ensure("en", ["world"])
    page = expired(desk, ADD, new_post(desk, title="New", verb="publish"))
    again = sign_in(desk, page)
    assert again.context["adminform"].form["title"].value() == "New"
    assert not Post.objects.exists()


def test_a_wrong_password_may_be_put_right(desk, post):
    page = expired(desk, edit(post), typed(desk, edit(post), title="Typed", verb="save"))
    wrong = sign_in(desk, page, password="wrong")
    assert "Please enter the correct username and password" in wrong.text
    again = sign_in(desk, wrong)
    assert again.context["adminform"].form["title"].value() == "Typed"


def test_another_editor_who_may_not_write_it_gets_nothing_of_it(desk, post):
    page = expired(desk, edit(post), typed(desk, edit(post), title="Typed", verb="save"))
    make_member("Contributor")
    assert sign_in(desk, page, username="contributor").status_code == 403


def test_a_form_from_elsewhere_signs_nobody_in(editor, post):
    client = signed_in(editor, enforce_csrf_checks=True)
    client.logout()
    credentials = {"username": "editor", "password": "correct horse battery"}
    assert client.post(SIGN_IN, credentials).status_code == 403
    assert client.post(edit(post), {"title": "Forged"}).status_code == 403


def test_what_was_typed_cannot_become_markup(desk, post):
    hostile = '"><script>alert(1)</script>'
    page = expired(desk, edit(post), typed(desk, edit(post), title=hostile, verb="save"))
    assert "<script>alert(1)" not in page.text
