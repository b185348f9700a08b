"""The order of rows is what is saved, and one publisher counts once."""

import json

import pytest
from django.template import Context, Template

from posts.models import Citation
from taxonomy.models import Category
from tests.desk.forms import edit, new_post, only_post, send, typed
from tests.factories import make_draft, make_post

pytestmark = pytest.mark.django_db

WEIGH = "/admin/posts/post/weigh-sources/"
A, B, C = (f"https://{name}.example/1" for name in "abc")


def labels(post):
    return list(post.citations.values_list("label", flat=True))


def ordered(desk, post, *numbers):
    data = typed(desk, edit(post))
    for row, number in enumerate(numbers):
        data[f"citations-{row}-order"] = [str(number)]
    send(desk, edit(post), data)
    return labels(post)


@pytest.mark.parametrize(
    ("numbers", "saved"),
    [
        ((1, 2, 3), ["A", "B", "C"]),
        ((3, 2, 1), ["C", "B", "A"]),
        ((2, 1, 3), ["B", "A", "C"]),
        # Only one number was typed anew.
        ((3, 2, 3), ["B", "C", "A"]),
        ((1, 2, 1), ["C", "A", "B"]),
        (("", "", ""), ["A", "B", "C"]),
        ((0, 2, 3), ["A", "B", "C"]),
    ],
)
def test_numbers_say_the_order(desk, publication, numbers, saved):
    post = make_draft(sources=[("A", A), ("B", B), ("C", C)])
    assert ordered(desk, post, *numbers) == saved


def test_a_new_row_goes_where_its_number_says(desk, publication):
    post = make_draft(sources=[("A", A), ("B", B)])
    data = typed(desk, edit(post), sources=[("A", A), ("B", B), ("C", C)])
    data["citations-2-order"] = ["1"]
    send(desk, edit(post), data)
    assert labels(post) == ["C", "A", "B"]


def test_an_untouched_order_leaves_no_trace(desk, publication):
    post = make_post(sources=[("A", A), ("B", B)])
    before = list(post.citations.values_list("label", "publisher", "position"))
    send(desk, edit(post), typed(desk, edit(post)))
    assert list(post.citations.values_list("label", "publisher", "position")) == before


def test_without_a_script_an_address_is_enough(desk, publication):
    make_post(sources=[("Reuters", "https://www.reuters.com/a")])
    send(desk, "/admin/posts/post/add/", new_post(desk, sources=[("", "reuters.com/b")]))
    made = Citation.objects.order_by("pk").last()
    assert (made.label, made.url) == ("Reuters", "https://reuters.com/b")


def weigh(desk, *rows):
    typed_rows = [dict(zip(("label", "url", "role"), row, strict=True)) for row in rows]
    return desk.post(WEIGH, {"rows": json.dumps(typed_rows)}).json()


def test_one_publisher_counts_once(desk, publication):
    make_post(sources=[("BBC", "https://www.bbc.com/1"), ("BBC", "https://www.bbc.co.uk/2")])
    said = weigh(
        desk,
        ("BBC", "https://www.bbc.com/3", "source"),
        ("", "news.bbc.co.uk/4", "source"),
        ("Reuters", "https://www.reuters.com/5", "source"),
        ("", "", "source"),
        ("Agence", "https://afp.example/", "via"),
    )
    assert said["sentence"] == "3 sources from 2 independent publishers"


def test_publishers_that_are_yet_to_be_made(desk, publication):
    said = weigh(
        desk,
        ("New", "https://new.example/1", "source"),
        ("Neu", "https://new.example/2", "source"),
        ("new", "", "source"),
        ("X one", "https://x.com/one", "source"),
        ("X two", "https://x.com/two", "source"),
    )
    assert said["sentence"] == "5 sources from 3 independent publishers"


def test_it_weighs_what_saving_finds(desk, publication):
    rows = [("P", "https://p.example/1"), ("Q", "https://q.p.example/2"), ("p", ""), ("R", "")]
    said = weigh(desk, *((label, url, "source") for label, url in rows))
    post = make_post(sources=rows)
    count = len(set(post.citations.values_list("publisher", flat=True)))
    assert said["sentence"] == f"4 sources from {count} independent publishers"


def test_readers_and_editors_are_told_the_same(desk, publication):
    post = make_post(sources=[("A", A), ("A", f"{A}1"), ("B", B)])
    Citation.objects.filter(label="B").update(role="via")
    shown = Template("{% load citing %}{{ post|source_count }}").render(Context({"post": post}))
    assert shown == "1"
    assert "2 sources from 1 independent publisher" in desk.get(edit(post)).text


def test_an_address_that_is_cited_twice(desk, publication):
    rows = [("A", A), ("B", B), ("A", f"{A}/?utm_source=x")]
    said = weigh(desk, *((label, url, "source") for label, url in rows))
    assert said["remarks"] == ["", "", "This address is cited above already, as source 1."]
    post = make_draft(sources=rows)
    assert "This address is cited above already, as source 1." in desk.get(edit(post)).text


def test_nothing_yet(desk, publication):
    assert "No source is named yet." in desk.get("/admin/posts/post/add/").text


@pytest.mark.parametrize("rows", ["", "[", "7", '{"a": 1}', "[1]", "[{}]", "[" * 5000])
def test_what_is_no_list_of_rows(desk, publication, rows):
    assert desk.post(WEIGH, {"rows": rows}).status_code == 400


def test_a_refusal_keeps_the_rows(desk, publication):
    Category.objects.ensure("en", ["world"])
    response = send(desk, "/admin/posts/post/add/", new_post(desk, title="", sources=[("A", A)]))
    assert 'value="A"' in response.text
    send(desk, "/admin/posts/post/add/", new_post(desk, sources=[("A", A)]))
    assert labels(only_post()) == ["A"]
