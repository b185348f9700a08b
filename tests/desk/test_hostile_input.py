"""What is typed into any field comes out as text, and markup comes out clean."""

import pytest
from lxml import etree, html

from posts.models import Post
from taxonomy.models import Category
from tests.desk.forms import ADD, edit, new_post, send, typed
from tests.factories import make_draft

pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert(1)</script>"
QUOTES = "\"'><img src=x onerror=alert(1)>"
BODY = (
    '<p onclick="alert(1)">Text <script>alert(1)</script><a href="javascript:alert(1)">link</a>'
    '<img src="x" onerror="alert(1)"><iframe src="https://evil.example/"></iframe>'
    "<svg onload=alert(1)></svg></p></textarea><script>alert(1)</script>"
)


@pytest.fixture(autouse=True)
def world(publication):
    Category.objects.ensure("en", ["world"])


def runs(element):
    """Whether it is a script: what JSON-LD holds is data."""
    return element.tag == "script" and element.get("type") != "application/ld+json"


def is_preview(element):
    """Whether it is our own frame beside the form: empty, and no script runs in it."""
    return element.get("sandbox") == "allow-same-origin" and not element.get("src")


def alive(text):
    """What of a page would run, or lead to something that does."""
    return [
        html.tostring(element)
        for element in html.fromstring(text).iter(etree.Element)
        if (runs(element) and "alert" in (element.text or ""))
        or (element.tag == "iframe" and not is_preview(element))
        or any(name.startswith("on") for name in element.attrib)
        or any("javascript:" in value for value in element.attrib.values())
    ]


def body_area(text):
    [area] = html.fromstring(text).xpath("//textarea[@name='body']")
    return area.text


def hostile(client, address, **values):
    everything = {
        "title": f"T {SCRIPT} {QUOTES}",
        "summary": f"S {SCRIPT} {QUOTES}",
        "body": BODY,
        "tag_list": f"tag {SCRIPT} {QUOTES}, AI",
        "author_list": f"author {SCRIPT} {QUOTES}",
        "note": f"note {SCRIPT} {QUOTES}",
        "citations-0-label": [f"label {SCRIPT} {QUOTES}"],
        "citations-0-url": ["https://wire.example/?q=" + QUOTES.replace(" ", "%20")],
        "citations-0-headline": [f"headline {SCRIPT} {QUOTES}"],
        "citations-TOTAL_FORMS": ["1"],
    }
    return {**new_post(client), **everything, **values}


def test_nothing_comes_alive_at_the_desk_or_on_the_site(desk):
    send(desk, ADD, hostile(desk, ADD, verb="publish"))
    post = Post.objects.get()
    assert post.body.replace('<img src="x">', "") == "<p>Text <a>link</a></p>"
    pages = [
        edit(post),
        "/admin/posts/post/",
        f"/admin/posts/post/{post.pk}/revisions/",
        f"/admin/posts/post/{post.pk}/revisions/compare/?from=1&to=2",
        "/admin/taxonomy/tag/",
        "/admin/sources/publisher/",
        "/admin/",
        post.get_absolute_url(),
        "/en/",
        "/en/tags/ai/",
        "/en/tags/",
    ]
    for page in pages:
        response = desk.get(page)
        assert response.status_code == 200, page
        assert not alive(response.text), page


def test_a_refused_form_shows_a_clean_body(desk):
    response = send(desk, ADD, hostile(desk, ADD, slug="a/b"))
    assert response.errors
    assert not alive(response.text)
    assert body_area(response.text).strip().startswith("<p>Text ")
    assert "alert" not in body_area(response.text)


def test_what_was_stored_behind_the_actions_back_is_cleaned_before_it_is_shown(desk):
    post = make_draft()
    Post.objects.filter(pk=post.pk).update(body=BODY)
    page = desk.get(edit(post)).text
    assert not alive(page)
    assert "alert" not in body_area(page)


def test_control_characters_go(desk):
    data = typed(
        desk, ADD, publication="en", title="A\x0bB\x0cC", body="<p>a\x0bb</p>", verb="save"
    )
    send(desk, ADD, data)
    post = Post.objects.get()
    assert (post.title, post.body) == ("ABC", "<p>ab</p>")


def test_a_nul_goes_too(desk):
    assert send(desk, ADD, new_post(desk, title="A\x00B")).status_code == 200
    assert Post.objects.get().title == "AB"
