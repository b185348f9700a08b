"""What an editor writes by hand: no chain, no loop of any length, nothing over what is there."""

import threading

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection

from posts.actions import delete_redirect, merge_publishers, save_post, save_redirect, withdraw_post
from posts.models import Redirect
from sources.models import Publisher
from tests.factories import content, make_draft, make_editor, make_post, make_publication

pytestmark = pytest.mark.django_db


def write(path, target="", **values):
    return save_redirect(path, target=target, by=None, **values)[1]


def stored():
    rows = Redirect.objects.select_related("post__section")
    return {row.path: row.post.path if row.post else row.target for row in rows}


@pytest.fixture(autouse=True)
def publication(db):
    return make_publication()


def test_a_to_b_to_c_in_either_order():
    write("/b/", "/c/")
    plan = write("/a/", "/b/")
    assert plan.notes[0] == "“/b/” leads on already: to “/c/”, and so does this."
    assert stored() == {"/a/": "/c/", "/b/": "/c/"}
    write("/c/", "https://other.example/d")
    assert set(stored().values()) == {"https://other.example/d"}


@pytest.mark.parametrize("length", [1, 2, 3, 7])
def test_no_loop_of_any_length(length):
    for number in range(length - 1):
        write(f"/{number}/", f"/{number + 1}/")
    before = stored()
    with pytest.raises(ValidationError, match="in a circle: "):
        write(f"/{length - 1}/", "/0/")
    assert stored() == before


@pytest.mark.parametrize(
    "back",
    ["/a", "/a/", "/a/index.html", "/%61/", "http://127.0.0.1:8000/a/", "/a/?x=1", "/a/#top"],
)
def test_no_loop_in_another_spelling(back, settings):
    settings.SITE_URL = "http://127.0.0.1:8000"
    write("/a/", "/b/")
    with pytest.raises(ValidationError, match="in a circle: "):
        write("/b/", back)


def test_rows_from_before_are_followed():
    Redirect.objects.create(path="/1/", target="/2/")
    Redirect.objects.create(path="/2/", target="/3/")
    Redirect.objects.create(path="/x/", target="/y/")
    Redirect.objects.create(path="/y/", target="/x/")
    assert write("/0/", "/1/").target == "/3/"
    with pytest.raises(ValidationError, match="in a circle: "):
        write("/w/", "/x/")


def test_to_the_address_of_a_post_it_follows_the_post():
    post = make_post(slug="first")
    write("/old/", post.path)
    write("/older/", "/old/")
    save_post(post, content(slug="second"), by=None)
    assert set(stored().values()) == {"/en/posts/world/second/"}
    assert not Redirect.objects.exclude(post=post).exists()


def test_what_led_to_an_old_address_follows_along(client):
    post = make_post(slug="first")
    Redirect.objects.create(path="/old/", target="/en/posts/world/first/")
    save_post(post, content(slug="second"), by=None)
    location = client.get("/old/?a=1").headers["Location"]
    assert location == "/en/posts/world/second/?a=1"
    assert Redirect.objects.get(path="/old/").post == post


def test_a_merged_publisher_is_followed():
    make_post(sources=[("A", ""), ("B", "")])
    a, b = Publisher.objects.order_by("name")
    merge_publishers(a, b, by=None)
    assert write("/old-source/", "/en/sources/a/").target == "/en/sources/b/"


def test_nothing_over_what_is_there():
    post = make_post(tags=["Trade"], sources=[("Wire", "")], authors=["Ann"])
    gone = withdraw_post(make_post(), by=None)
    for path in (
        post.path,
        post.path.rstrip("/"),
        gone.path,
        "/en/",
        "/en/tags/trade/",
        "/en/tags/trade/index.xml",
        "/en/categories/world/",
        "/en/posts/world/",
        "/en/sources/wire/",
        "/en/authors/ann/",
        "/en/archive/2026/",
        "/admin/",
        "/",
    ):
        with pytest.raises(ValidationError, match="Something is there"):
            write(path, "https://other.example/")
    assert not Redirect.objects.exists()


def test_over_what_is_not_there():
    draft = make_draft(slug="draft")
    for path in ("/en/tags/none/", "/xx/", "/en/posts/world/none/", draft.path, "/en/none/"):
        write(path)
    assert Redirect.objects.count() == 5


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("no/slash", "/a/"),
        ("", "/a/"),
        ("//other.example/", "/a/"),
        ("https://other.example/", "/a/"),
        ("/a/", "//other.example/"),
        ("/a/", "javascript:alert(1)"),
        ("/a/", "no-slash"),
        ("/a/", "/\\other.example/"),
        ("/a/" + "x" * 1001, "/b/"),
    ],
)
def test_what_is_no_address(path, target):
    with pytest.raises(ValidationError):
        write(path, target)


def test_nothing_leads_to_what_is_gone():
    write("/a/", "/b/")
    write("/b/")
    # It leads to nothing any more, and says so at once.
    assert stored() == {"/a/": "", "/b/": ""}
    with pytest.raises(ValidationError, match="is gone"):
        write("/c/", "/b/")


def test_a_path_is_stored_as_it_is_asked_for(client):
    write("http://127.0.0.1:8000/%E6%97%A7/?page=2", "/新 的/100%25/?a=b#c")
    assert list(Redirect.objects.values_list("path", flat=True)) == ["/旧/"]
    location = client.get("/%E6%97%A7/?d=e").headers["Location"]
    assert location == "/%E6%96%B0%20%E7%9A%84/100%25/?a=b&d=e#c"


def test_a_target_where_nothing_is_yet_is_remarked():
    assert write("/a/", "/en/nothing/").notes == ("Nothing is at “/en/nothing/” yet.",)


def test_who_may():
    for permission in ("view_redirect", "change_redirect", "delete_redirect"):
        with pytest.raises(PermissionDenied):
            save_redirect("/a/", target="/b/", by=make_editor(permission, permission))
    redirect, _plan = save_redirect("/a/", target="/b/", by=make_editor("adds", "add_redirect"))
    with pytest.raises(PermissionDenied):
        save_redirect("/a/", target="/c/", by=make_editor("adds too", "add_redirect"))
    with pytest.raises(PermissionDenied):
        delete_redirect(redirect, by=make_editor("no", "change_redirect"))
    delete_redirect(redirect, by=make_editor("yes", "delete_redirect"))
    assert not Redirect.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_editors_at_once_make_no_loop():
    for _round in range(5):
        Redirect.objects.all().delete()
        start = threading.Barrier(2)
        refused = []

        def one(path, target, start=start, refused=refused):
            try:
                start.wait()
                save_redirect(path, target=target, by=None)
            except ValidationError:
                refused.append(path)
            finally:
                connection.close()

        threads = [
            threading.Thread(target=one, args=pair) for pair in (("/a/", "/b/"), ("/b/", "/a/"))
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(refused) == 1
        assert len(stored()) == 1
