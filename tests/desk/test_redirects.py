"""Redirects at the desk: one by one, and many from a file after a look at what they would do."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from posts.actions.redirect_import import MOST_LINES
from posts.models import Redirect
from tests.desk.conftest import signed_in
from tests.desk.forms import send, typed
from tests.factories import make_editor, make_post

pytestmark = pytest.mark.django_db

ADD = "/admin/posts/redirect/add/"
IMPORT = "/admin/posts/redirect/import/"


def add(desk, **values):
    return send(desk, ADD, typed(desk, ADD, "redirect_form", **values))


def said(response):
    return [str(message) for message in response.context["messages"]]


def rows():
    return dict(Redirect.objects.values_list("path", "target"))


def test_by_hand(desk, publication):
    add(desk, path="/b/", target="/c/")
    assert "“/b/” leads on already: to “/c/”, and so does this." in said(
        add(desk, path="/a/", target="/b/")
    )
    assert rows() == {"/a/": "/c/", "/b/": "/c/"}


def test_a_circle_is_an_error_beside_the_field(desk, publication):
    add(desk, path="/b/", target="/a/")
    response = add(desk, path="/a/", target="/b/")
    assert response.errors == ["That would lead in a circle: /a/ → /b/ → /a/"]
    assert rows() == {"/b/": "/a/"}


def test_over_a_post(desk, publication):
    post = make_post()
    [error] = add(desk, path=post.path, target="/a/").errors
    assert error.startswith("Something is there")


def test_a_path_is_written_once(desk, publication):
    add(desk, path="/b/", target="/c/")
    redirect = Redirect.objects.get()
    address = f"/admin/posts/redirect/{redirect.pk}/change/"
    send(desk, address, {**typed(desk, address, "redirect_form"), "path": "/x/", "target": "/d/"})
    assert rows() == {"/b/": "/d/"}


def test_somebody_was_faster(desk, publication, monkeypatch):
    def circle(*_args, **_values):
        Redirect.objects.create(path="/b/", target="/a/")
        return real(*_args, **_values)

    from posts.admin import redirect as module

    real = module.save_redirect
    monkeypatch.setattr(module, "save_redirect", circle)
    response = add(desk, path="/a/", target="/b/")
    assert said(response) == ["That would lead in a circle: /a/ → /b/ → /a/"]
    assert rows() == {}


def test_many_at_once(desk, publication):
    post = make_post(slug="now")
    Redirect.objects.create(path="/known/", target="/there/")
    lines = "\n".join(
        [
            "old,new",
            "/2019/a.html,/en/posts/world/now/",
            '"/2019/with, comma/";/en/',
            "/2019/b/\thttps://other.example/b",
            "/known/,/there/",
            "",
            "/loop/,/loop",
            f"{post.path},/x/",
            "/over/",
        ]
    )
    response = desk.post(IMPORT, {"lines": lines})
    assert rows() == {"/known/": "/there/"}
    assert [(it.line, it.kind) for it in response.context["outcomes"]] == [
        (2, "added"),
        (3, "added"),
        (4, "added"),
        (5, "unchanged"),
        (7, "refused"),
        (8, "refused"),
        (9, "added"),
    ]
    response = desk.post(IMPORT, {"lines": response.context["lines"], "confirm": "yes"})
    assert response.context["totals"] == [("added", 4), ("unchanged", 1), ("refused", 2)]
    assert Redirect.objects.get(path="/2019/a.html").post == post
    assert Redirect.objects.get(path="/over/").destination == ""
    assert "/2019/with, comma/" in rows()


def test_a_file(desk, publication):
    file = SimpleUploadedFile("r.csv", "\ufeff/旧/,/新/\r\n".encode())
    response = desk.post(IMPORT, {"file": file})
    assert response.context["lines"] == "/旧/,/新/\r\n"
    desk.post(IMPORT, {"lines": response.context["lines"], "confirm": "yes"})
    assert rows() == {"/旧/": "/新/"}


@pytest.mark.parametrize("lines", ["", "old,new", "/a,b/,/c/", "/a/,/b/\n" * (MOST_LINES + 1)])
def test_what_is_no_list(desk, publication, lines):
    response = desk.post(IMPORT, {"lines": lines})
    assert "outcomes" not in response.context
    assert response.context["form"].errors


def test_who_may(publication):
    one = signed_in(make_editor("one", "view_redirect", "add_redirect"))
    assert one.get(IMPORT).status_code == 403
    both = signed_in(make_editor("both", "view_redirect", "add_redirect", "change_redirect"))
    assert both.get(IMPORT).status_code == 200


def test_what_is_chosen_is_deleted(desk, publication):
    add(desk, path="/b/", target="/c/")
    chosen = {"action": "delete_selected", "_selected_action": Redirect.objects.get().pk}
    desk.post("/admin/posts/redirect/", {**chosen, "post": "yes"})
    assert rows() == {}
