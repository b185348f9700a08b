import pytest
from django.utils import timezone

from posts.misses.figures import open_misses
from posts.misses.miss import NOISE, Miss
from posts.misses.store import add
from posts.models import MissedPath, Redirect
from tests.desk.conftest import signed_in
from tests.factories import make_editor, make_post, make_publication

pytestmark = pytest.mark.django_db

REPORT = "/admin/posts/missedpath/"


@pytest.fixture
def desk(db):
    make_publication()
    return signed_in(make_editor())


@pytest.fixture
def missed(db):
    day = timezone.now().date()
    add(
        {
            Miss("/en/posts/old/piece/", day, "/en/about/"): 3,
            Miss("/en/posts/old/piece/", day, "other.example/<b>"): 1,
            Miss("/nowhere/", day, ""): 1,
            Miss(NOISE, day, ""): 70,
        }
    )
    return MissedPath.objects.get(path="/en/posts/old/piece/")


def act(desk, missed, verb, **values):
    response = desk.post(REPORT, {"missed": missed.pk, "verb": verb, **values}, follow=True)
    return [str(message) for message in response.context["messages"]]


def test_what_it_says(desk, missed):
    make_post(slug="piece")
    page = desk.get(REPORT).text
    assert page.index("/en/posts/old/piece/") < page.index("/nowhere/")
    assert "2 addresses were asked for and are not there." in " ".join(page.split())
    assert "4 times" in page
    assert 'value="/en/posts/world/piece/"' in page
    assert 'href="/en/about/"' in page
    assert "other.example/&lt;b&gt;" in page
    assert "asked 70 times" in page


def test_one_click_leads_it_there(desk, missed, client):
    post = make_post(slug="piece")
    said = act(desk, missed, "lead", target="/en/posts/world/piece/")
    assert said == [f"“{missed.path}” leads to {post.get_absolute_url()} from now on."]
    assert Redirect.objects.get().post == post
    assert client.get(missed.path).status_code == 301
    assert open_misses() == 1


def test_one_click_says_that_it_is_gone(desk, missed, client):
    act(desk, missed, "gone")
    assert client.get(missed.path).status_code == 410
    assert open_misses() == 1


def test_what_is_ignored_stays_ignored(desk, missed):
    act(desk, missed, "ignore")
    assert open_misses() == 1
    add({Miss(missed.path, timezone.now().date(), ""): 5})
    assert open_misses() == 1
    assert missed.path not in desk.get(REPORT).text
    assert missed.path in desk.get(f"{REPORT}?ignored").text
    act(desk, missed, "heed")
    assert open_misses() == 2


def test_what_cannot_be(desk, missed):
    assert act(desk, missed, "lead", target="") == ["Write where it is to lead."]
    assert act(desk, missed, "lead", target=missed.path)[0].startswith("That would lead in a cir")
    assert desk.post(REPORT, {"missed": "x", "verb": "gone"}).status_code == 400
    assert desk.post(REPORT, {"missed": missed.pk, "verb": "x"}).status_code == 400
    assert desk.post(REPORT, {"missed": 0, "verb": "gone"}).status_code == 404
    assert not Redirect.objects.exists()


def test_who_may(db, missed):
    make_publication()
    assert signed_in(make_editor("none", "view_post")).get(REPORT).status_code == 403
    reader = signed_in(make_editor("reader", "view_redirect"))
    assert 'value="gone"' not in reader.get(REPORT).text
    assert reader.post(REPORT, {"missed": missed.pk, "verb": "gone"}).status_code == 403
    assert reader.post(REPORT, {"missed": missed.pk, "verb": "ignore"}).status_code == 403


def test_more_paths_take_no_more_queries(desk, missed, django_assert_max_num_queries):
    day = timezone.now().date()
    add({Miss(f"/old/{number}-piece.html", day, ""): 1 for number in range(60)})
    desk.get(REPORT)
    with django_assert_max_num_queries(16):
        assert "page=2" in desk.get(REPORT).text
    assert "2 / 2" in desk.get(f"{REPORT}?page=2").text
    assert "/old/7-piece.html" in desk.get(f"{REPORT}?q=/7-").text


def test_redirects_lead_to_it(desk):
    assert REPORT in desk.get("/admin/posts/redirect/").text
