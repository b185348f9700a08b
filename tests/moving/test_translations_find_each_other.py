import pytest

from posts.models import Post
from tests.factories import make_imported, make_post

from .arriving import arrival, outcomes, take

pytestmark = pytest.mark.django_db


def keys(*slugs):
    return {Post.objects.get(slug=slug).translation_key for slug in slugs}


def test_in_one_batch():
    take(
        arrival("chips", translation="1"),
        arrival("xinpian", "zh", translation="1"),
        arrival("other", translation="2"),
    )
    assert len(keys("chips", "xinpian")) == 1
    assert len(keys("chips", "other")) == 2


def test_in_two():
    take(arrival("chips", translation="1"))
    take(arrival("xinpian", "zh", translation="1"))
    assert len(keys("chips", "xinpian")) == 1


def test_where_it_is_said_later():
    take(arrival("chips"), arrival("xinpian", "zh"))
    assert len(keys("chips", "xinpian")) == 2
    found = outcomes(arrival("chips", translation="1"), arrival("xinpian", "zh", translation="1"))
    assert "updated" in found
    assert len(keys("chips", "xinpian")) == 1


def test_two_in_one_language_are_no_translations():
    take(arrival("one", translation="1"), arrival("two", translation="1"))
    assert len(keys("one", "two")) == 2


def test_a_language_that_a_post_of_the_desk_has_is_taken():
    first = make_imported("en", slug="chips", section="tech")
    make_post("zh", slug="xinpian")
    Post.objects.filter(slug="xinpian").update(translation_key=first.translation_key)
    take(arrival("chips", "zh"))
    late = Post.objects.get(slug="chips", publication="zh")
    assert late.translation_key not in keys("xinpian")


def test_without_a_name_the_same_address_joins():
    take(arrival("chips"), arrival("chips", "zh"), arrival("steel", "zh"))
    make_imported("en", slug="steel", section="tech")
    for slug in ("chips", "steel"):
        assert len(set(Post.objects.filter(slug=slug).values_list("translation_key"))) == 1


def test_with_a_name_the_address_does_not():
    take(arrival("chips", translation="1"), arrival("chips", "zh", translation="2"))
    assert len(set(Post.objects.values_list("translation_key"))) == 2


def test_readers_see_a_translation_that_comes_later(client):
    take(arrival("chips", translation="1"))
    take(arrival("xinpian", "zh", translation="1"))
    assert "/zh/posts/tech/xinpian/" in client.get("/en/posts/tech/chips/").text
