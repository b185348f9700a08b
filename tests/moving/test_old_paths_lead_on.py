import pytest
from django.test import Client

from posts.actions import save_redirect
from posts.models import MissedPath, Post, Redirect
from posts.workflow import Status
from publication.models import Page
from taxonomy.models import Category
from tests.factories import make_publication

from .arriving import arrival, outcomes, take, take_one

pytestmark = pytest.mark.django_db


def answer(path):
    response = Client().get(path)
    return response.status_code, response.headers.get("Location", "")


@pytest.mark.parametrize(
    "path",
    ["/2019/a.html", "/blog/日本/", "/en/posts/old/chips/", "/a b/100%25/", "/zh/tags/没有/", "/x"],
)
def test_of_any_kind(path):
    taken = take_one(arrival(old_paths=(path,)))
    assert taken.why == ""
    assert answer(path.replace("%", "%25")) == (301, "/en/posts/tech/chips/")


def test_never_over_what_is_there():
    make_publication("en"), make_publication("zh")
    Page.objects.create(publication=make_publication(), path="about", title="About")
    there = ("/en/about/", "/en/", "/en/posts/tech/", "/en/posts/tech/other/", "/robots.txt")
    take(arrival("other"))
    taken = take_one(arrival(old_paths=(*there, "/en/posts/tech/chips/", "/free/")))
    assert taken.outcome == "created"
    for path in there:
        assert path in taken.why
    assert "\n" not in taken.why
    assert [row.path for row in Redirect.objects.all()] == ["/free/"]


def test_never_over_what_comes_in_the_same_batch():
    first, second = take(arrival("a", old_paths=("/en/posts/tech/b/",)), arrival("b"))
    assert (first.outcome, second.outcome) == ("created", "created")
    assert "/en/posts/tech/b/" in first.why
    assert not Redirect.objects.exists()


@pytest.mark.parametrize("path", ["", "no-slash", "//evil.example/", "/\\evil", "/a\nb/", "/\0"])
def test_what_is_no_path_is_told(path):
    taken = take_one(arrival(old_paths=(path, "/free/")))
    assert (taken.outcome, bool(taken.why)) == ("created", True)
    assert [row.path for row in Redirect.objects.all()] == ["/free/"]


def test_what_leads_elsewhere_already_stays():
    take(arrival("other"))
    save_redirect("/old/", target="https://elsewhere.example/", by=None)
    save_redirect("/gone/", by=None)
    taken = take(
        arrival("a", old_paths=("/old/", "/gone/", "/both/")), arrival("b", old_paths=("/both/",))
    )
    assert [bool(one.why) for one in taken] == [True, True]
    assert answer("/old/") == (301, "https://elsewhere.example/")
    assert answer("/gone/")[0] == 410
    assert answer("/both/") == (301, "/en/posts/tech/a/")


def test_what_led_to_an_old_path_leads_to_the_post():
    make_publication("en"), make_publication("zh")
    save_redirect("/older/", target="/old/", by=None)
    take(arrival(old_paths=("/old/",)))
    assert answer("/older/") == (301, "/en/posts/tech/chips/")
    assert not Redirect.objects.exclude(target="").exists()


def test_they_follow_the_post():
    take(arrival(old_paths=("/old/",)))
    take(arrival(slug="better", old_paths=("/old/",)))
    assert answer("/old/") == (301, "/en/posts/tech/better/")
    assert answer("/en/posts/tech/chips/") == (301, "/en/posts/tech/better/")


def test_one_that_comes_later_is_an_update_that_writes_no_revision():
    take(arrival())
    assert outcomes(arrival(old_paths=("/old/",))) == ["updated"]
    assert answer("/old/")[0] == 301
    assert Post.objects.get().revisions.count() == 1
    assert outcomes(arrival(old_paths=("/old/",))) == ["unchanged"]


def test_those_of_a_draft_come_with_its_publication():
    take(arrival(stage=Status.DRAFT, old_paths=("/old/",)))
    assert answer("/old/")[0] == 404
    take(arrival(old_paths=("/old/",)))
    assert answer("/old/")[0] == 301


def test_a_path_that_was_missed_is_missed_no_more():
    MissedPath.objects.create(path="/old/", hits=3, first_seen="2026-01-01", last_seen="2026-01-01")
    take(arrival(old_paths=("/old/",)))
    assert not MissedPath.objects.exists()


def test_an_address_that_led_elsewhere_is_the_posts_now():
    make_publication("en"), make_publication("zh")
    Category.objects.ensure("en", ["tech"])
    save_redirect("/en/posts/tech/chips/", target="/en/", by=None)
    take(arrival())
    assert answer("/en/posts/tech/chips/")[0] == 200
    assert not Redirect.objects.exists()
