"""What nobody changed stays as it is, to the byte."""

import pytest

from posts.models import Citation, Post
from tests.desk.forms import edit, send, typed
from tests.factories import make_imported, make_post

pytestmark = pytest.mark.django_db

BODY = (
    '<h2 id="why-now">Why now?</h2>\n<p>It&rsquo;s &ldquo;hot&rdquo; &mdash; really<br />\n'
    'AT&amp;T&nbsp;<a href="https://a.example/?a=1&amp;b=2">x</a></p>\n'
    '<pre tabindex="0"><code class="language-go" data-lang="go">a := 1\n\n\tb\n</code></pre>\n\n'
    "<ul>\n<li>eins</li>\n</ul>"
)
# The same as CKEditor writes it.
RESPELT = (
    '<h2 id="why-now">Why now?</h2>\r\n\r\n<p>It’s “hot” — really<br />\r\n'
    'AT&amp;T&nbsp;<a href="https://a.example/?a=1&amp;b=2">x</a></p>\r\n\r\n'
    '<pre tabindex="0">\r\n<code class="language-go" data-lang="go">'
    "a := 1\r\n\r\n\tb\r\n</code></pre>\r\n\r\n<ul>\r\n\t<li>eins</li>\r\n</ul>\r\n"
)


@pytest.fixture
def post(publication):
    return make_imported(
        body=BODY,
        title="A “quoted” headline",
        slug="Odd-Slug",
        tags=["Washington, D.C.", "ai", "AI", "US-China relations"],
        categories=["World", "ai-tech"],
        authors=["Martin Luther King, Jr."],
        sources=[("Wire, Inc.", "https://wire.example/1"), ("By hand", "")],
    )


def state(post):
    row = Post.objects.filter(pk=post.pk).values().get()
    return (
        row,
        list(post.tagged.values("pk", "labels", "position")),
        list(post.filed.values("pk", "label", "position")),
        list(post.citations.values()),
        list(post.authorships.values()),
        post.revisions.count(),
    )


def test_nothing_is_written(desk, post):
    before = state(post)
    response = send(desk, edit(post), typed(desk, edit(post), verb="publish"))
    assert state(post) == before
    assert "Nothing was changed." in response.text


def test_line_ends_of_a_browser_change_nothing(desk, post):
    before = state(post)
    data = typed(desk, edit(post), verb="save", body=BODY.replace("\n", "\r\n"))
    send(desk, edit(post), data)
    assert state(post) == before


def test_the_editors_own_spelling_changes_nothing(desk, post):
    before = state(post)
    send(desk, edit(post), typed(desk, edit(post), verb="save", body=RESPELT))
    assert state(post) == before


def test_other_changes_leave_the_body_alone(desk, post):
    send(desk, edit(post), typed(desk, edit(post), verb="publish", body=RESPELT, title="Other"))
    post.refresh_from_db()
    assert (post.title, post.body) == ("Other", BODY)


def test_a_date_keeps_its_microseconds(desk, publication):
    post = make_post()
    at = post.published_at.replace(microsecond=123456)
    Post.objects.filter(pk=post.pk).update(published_at=at)
    send(desk, edit(post), typed(desk, edit(post), verb="publish", title="Other"))
    post.refresh_from_db()
    assert (post.title, post.published_at) == ("Other", at)


def test_a_publisher_stays_where_label_and_address_stay(desk, publication):
    post = make_post(sources=[("One", "https://one.example/1")])
    other = make_post(sources=[("Two", "https://two.example/1")])
    publisher = other.citations.get().publisher
    post.citations.update(publisher=publisher)
    send(desk, edit(post), typed(desk, edit(post), verb="publish", title="Other"))
    assert Citation.objects.get(post=post).publisher == publisher


def test_added_tags_leave_the_others_as_they_are(desk, post):
    data = typed(desk, edit(post), verb="publish")
    data["tag_list"] = [f"{data['tag_list'][0]}, New"]
    send(desk, edit(post), data)
    assert [label for row in post.tagged.all() for label in row.labels] == [
        "Washington, D.C.",
        "ai",
        "AI",
        "US-China relations",
        "New",
    ]
