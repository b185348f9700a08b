"""The search above the list of posts: words and how they begin, tags, addresses; drafts as well."""

import pytest

from posts.search import desk as desk_search
from tests.desk.forms import LIST
from tests.factories import make_draft, make_post, make_publication

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(desk):
    def titles(typed):
        answer = desk.get(LIST, {"q": typed})
        assert answer.status_code == 200
        return [post.title for post in answer.context["cl"].result_list]

    return titles


@pytest.fixture(autouse=True)
def posts():
    make_publication("zh")
    make_post(title="Quicksilver rises", slug="quicksilver-up", body="<p>A zeppelin.</p>", tags=[])
    make_draft(title="A plan for ports", slug="ports", tags=["US-China relations"])
    make_post("zh", title="白宫谈芯片出口", slug="芯片", tags=["半导体"])


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("quick", "Quicksilver rises"),
        ("RISING quicksilver", "Quicksilver rises"),
        ("zepp", "Quicksilver rises"),
        ("quicksilver-up", "Quicksilver rises"),
        ("/en/posts/world/quicksilver-up/", "Quicksilver rises"),
        ("http://127.0.0.1:8000/en/posts/world/quicksilver-up", "Quicksilver rises"),
        ("us-china", "A plan for ports"),
        ("plan ports", "A plan for ports"),
        ("白宫", "白宫谈芯片出口"),
        ("半导体", "白宫谈芯片出口"),
        ("/zh/posts/world/芯片/", "白宫谈芯片出口"),
        ("/zh/posts/world/%E8%8A%AF%E7%89%87/", "白宫谈芯片出口"),
    ],
)
def test_one_is_found(found, typed, title):
    assert found(typed) == [title]


@pytest.mark.parametrize(
    "typed", ["quick ports", "-quick", "silver", "'\\'", "%", "***", "(", "x" * 9000]
)
def test_nothing_is(found, typed):
    assert found(typed) == []


def test_without_words_all_are_listed(found):
    assert len(found("  ")) == 3


def test_of_too_many_the_newest(found, monkeypatch):
    monkeypatch.setattr(desk_search, "MOST", 1)
    make_draft(title="Another plan", tags=[])
    assert found("plan") == ["Another plan"]


def test_they_are_in_the_order_of_the_list(desk):
    make_draft(title="Ports again", tags=[])
    rows = desk.get(LIST, {"q": "ports", "o": "-7"}).context["cl"].result_list
    assert [post.title for post in rows] == ["Ports again", "A plan for ports"]
