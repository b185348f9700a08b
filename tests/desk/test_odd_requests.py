"""What no form of ours sends is answered with a message, and never with an error of the server."""

import pytest

from posts.models import Post, PreviewLink
from taxonomy.models import Category
from tests.desk.forms import ADD, LIST, edit, new_post, send, typed
from tests.factories import make_draft, make_post

pytestmark = pytest.mark.django_db

LONG = "9" * 5_000


@pytest.mark.parametrize(
    "address",
    [
        f"{LIST}?q=%00",
        f"{LIST}complete-tags/?language=en&q=%00a",
        f"{LIST}complete-authors/?q=%00",
        "/admin/images/picture/choose/?q=%00",
        "/admin/autocomplete/?term=%00&app_label=posts&model_name=post&field_name=section",
        f"{LIST}?publication__code__exact=%00",
    ],
)
def test_a_nul_in_a_search(desk, address):
    assert desk.get(address).status_code in (200, 302, 403)


@pytest.mark.parametrize("name", ["picture", "citations-0-label", "title", "tag_list", "note"])
def test_a_nul_in_a_form(desk, name):
    data = new_post(desk, **{name: "Rates\0"})
    assert send(desk, ADD, data).status_code == 200
    assert all("\0" not in post.title for post in Post.objects.all())


def test_a_nul_in_the_name_of_a_link(desk):
    post = make_draft()
    address = f"/admin/posts/post/{post.pk}/preview-links/"
    desk.post(address, {"for_whom": "A\0da", "days": "3"})
    assert [link.note for link in PreviewLink.objects.all()] == ["Ada"]


def test_numbers_of_thousands_of_digits(desk):
    post = make_post()
    assert desk.post(f"{LIST}pulse/", {"form_post": LONG}).status_code == 200
    assert desk.post(f"{LIST}preview/", {"form_post": LONG, "publication": "en"}).status_code < 500
    assert desk.post(f"{LIST}front-page/", {"unpin": LONG}).status_code < 500
    assert desk.post(f"{LIST}{post.pk}/versions/part/", {"from": LONG}).status_code < 500
    assert desk.get(f"{LIST}{LONG}/change/").status_code in (302, 404)
    data = typed(desk, edit(post), seen=LONG)
    assert send(desk, edit(post), data).errors


def test_a_form_that_does_not_say_what_it_saw_overwrites_nothing(desk):
    post = make_post(title="Before")
    data = typed(desk, edit(post), title="After", verb="publish")
    del data["seen"]
    answer = send(desk, edit(post), data)
    assert "saved this post while you were writing" in answer.errors[0]
    assert Post.objects.get().title == "Before"


def test_a_verb_that_is_none_is_named(desk):
    post = make_post()
    answer = send(desk, edit(post), typed(desk, edit(post), verb="explode"))
    assert "explode" in answer.text


def test_more_than_anybody_writes(desk):
    many = ", ".join(f"tag {number}" for number in range(101))
    answer = send(desk, ADD, new_post(desk, tag_list=many))
    assert "100 at most; these are 101." in answer.errors
    rows = {"citations-TOTAL_FORMS": "5000"}
    assert send(desk, ADD, new_post(desk, **rows)).status_code == 200
    assert not Post.objects.exists()


def test_a_source_that_could_not_be_looked_up_has_the_name_of_its_host(desk):
    Category.objects.ensure("en", ["world"])
    send(desk, ADD, new_post(desk, sources=[("", "https://www.wire.example/a/")]))
    [citation] = Post.objects.get().citations.all()
    assert citation.label == "wire.example"


def test_a_form_that_is_sent_twice_begins_one_post(desk):
    Category.objects.ensure("en", ["world"])
    data = new_post(desk)
    send(desk, ADD, data)
    answer = send(desk, ADD, {**data, "title": "More"})
    assert "This form was sent before" in answer.text
    assert ">More</textarea>" in answer.text
    [post] = Post.objects.all()
    assert f'href="{edit(post)}"' in answer.text
    assert post.title == "Fed cuts rates"
    send(desk, ADD, new_post(desk, title="Another"))
    assert Post.objects.count() == 2


def test_a_correction_is_no_book(desk):
    post = make_post()
    rows = {"corrections-0-text": "word " * 1_200, "verb": "publish"}
    answer = send(desk, edit(post), typed(desk, edit(post), **rows))
    assert "at most 5000 characters" in answer.text
