from xml.etree import ElementTree

import pytest

from posts.actions import withdraw_post
from posts.models import Post
from tests.factories import make_draft, make_many, make_post, make_publication

pytestmark = pytest.mark.django_db


def titles(client, address):
    response = client.get(address)
    assert response.status_code == 200
    root = ElementTree.fromstring(response.content)  # noqa: S314 — our own
    return [item.findtext("title") for item in root.findall("channel/item")]


def test_the_newest_come_first_and_fifty_at_most(client):
    newest = [post.title for post in make_many(51)]
    assert titles(client, "/en/index.xml") == newest[:50]


def test_each_scope_holds_its_own(client):
    make_post(title="A", section="tech", categories=["tech", "world"], tags=["AI"])
    make_post(title="B", section="world", categories=["world"], tags=["AI", "Trade"])
    make_post("zh", title="C", section="tech", categories=["tech"], tags=["AI"])
    assert titles(client, "/index.xml") == ["A", "B", "C"]
    assert titles(client, "/en/index.xml") == ["A", "B"]
    assert titles(client, "/en/posts/index.xml") == ["A", "B"]
    assert titles(client, "/en/posts/tech/index.xml") == ["A"]
    assert titles(client, "/en/categories/world/index.xml") == ["A", "B"]
    assert titles(client, "/en/tags/trade/index.xml") == ["B"]
    assert titles(client, "/zh/tags/ai/index.xml") == ["C"]


def test_a_tag_with_a_slash_has_one(client):
    make_post(title="A", tags=["A / B", "C#", "C++"])
    for address in ("/en/tags/a-/-b/", "/en/tags/c%23/", "/en/tags/c++/"):
        assert titles(client, f"{address}index.xml") == ["A"]


@pytest.mark.parametrize("hide", [withdraw_post, None])
def test_what_readers_may_not_see_is_not_there(client, hide):
    if hide:
        hide(make_post(), by=None)
    else:
        make_draft()
    assert titles(client, "/en/index.xml") == []


def test_nothing_is_dated_in_the_future(client):
    post = make_post()
    Post.objects.filter(pk=post.pk).update(published_at="2126-01-01T00:00Z")
    assert titles(client, "/en/index.xml") == []


@pytest.mark.parametrize(
    "address", ["/fr/index.xml", "/en/tags/nothing/index.xml", "/en/categories/no/index.xml"]
)
def test_what_does_not_exist_has_none(client, address):
    make_publication()
    assert client.get(address).status_code == 404
