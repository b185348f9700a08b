"""Each check finds what it is for, and nothing else."""

import pytest

from feeds.lint.checks import remarks_for_feeds
from tests.factories import make_draft, make_imported

IMAGE = "https://pictures.example/a.jpg"

FOUND = {
    '<a href="other/">x</a>': [("relative-link", "other/")],
    '<a href="../../../about/#a">x</a>': [("relative-link", "../../../about/#a")],
    '<img src="a.jpg" alt="A">': [("relative-link", "a.jpg")],
    '<a href="">x</a>': [("relative-link", "")],
    '<a href="#there">x</a>': [("anchor-without-target", "#there")],
    f'<img src="{IMAGE}">': [("missing-alt", IMAGE)],
    f'<img src="{IMAGE}" alt=" ">': [("empty-alt", IMAGE)],
    '<img src="http://pictures.example/a.jpg" alt="A">': [
        ("insecure-image", "http://pictures.example/a.jpg")
    ],
    f'<img src="/media/{"a" * 20}.jpg" alt="A">': [("lost-picture", "a" * 20)],
    '<iframe src="https://www.youtube.com/embed/x"></iframe>': [
        ("embed", "https://www.youtube.com/embed/x")
    ],
    '<video src="https://film.example/a.mp4"></video>': [("media", "https://film.example/a.mp4")],
    "<h2>A</h2><h4>B <em>c</em></h4>": [("heading-order", "B c")],
    '<a href="/en/posts/world/never-was/">x</a>': [("dead-link", "/en/posts/world/never-was/")],
    "x" * 500_001: [("large-entry", "")],
}

NOT_FOUND = [
    '<a href="https://wire.example/">x</a>',
    '<a href="/en/about/">x</a><a href="/static/x.pdf">x</a><a href="//wire.example/">x</a>',
    '<a href="mailto:a@example.org">x</a><a href="tel:+1">x</a>',
    '<a href="#a">x</a><a href="#%E4%B8%AD">x</a><a href="#top">x</a><a href="#b">x</a>'
    '<h2 id="a">A</h2><h2 id="中">B</h2><p><a name="b">x</a></p>',
    f'<img src="{IMAGE}" alt="A">',
    "<h3>A</h3><h4>B</h4><h2>C</h2><h3>D</h3>",
    "<p>a &lt;img&gt; &lt;iframe&gt; http://x.example/a.jpg</p>",
]


@pytest.mark.parametrize("body", FOUND, ids=lambda body: body[:40])
def test_found(found, body):
    assert found(f"<p>{body}</p>" if body[:2] != "<h" else body) == FOUND[body]


@pytest.mark.parametrize("body", NOT_FOUND, ids=lambda body: body[:40])
def test_not_found(found, body):
    assert found(body) == []


def test_headline_and_standfirst(found):
    assert found(title="x" * 110) == []
    assert found(title="x" * 111) == [("long-title", "")]
    assert found(summary="") == [("empty-summary", "")]


def test_nearly_the_same_guid():
    first = make_imported(guid="https://www.old.example/a/", title="First")
    for guid in ("http://old.example/a", "https://old.example/a/"):
        second = make_imported(guid=guid)
        remarks = [r for r in remarks_for_feeds(second) if r.code == "duplicate-guid"]
        assert "First" in {remark.where for remark in remarks}
    other = make_imported(guid="https://www.old.example/a/b")
    assert "duplicate-guid" not in {remark.code for remark in remarks_for_feeds(other)}
    assert "duplicate-guid" in {remark.code for remark in remarks_for_feeds(first)}


def test_ten_of_a_kind_are_enough(found):
    assert len(found("<img>" * 50)) == 10


def test_a_draft_without_section_or_body():
    assert list(remarks_for_feeds(make_draft(section="", body="", slug="", categories=[]))) == []


def test_hostile_bodies_break_nothing(found):
    for body in (
        '<a href="http://[x">x</a>',
        '<a href="http://x.example:99999/">x</a>',
        '<a href="//[">x</a>',
        '<a href="/en/posts/a%00/b/">x</a>',
        '<a href="/%ff/">x</a>',
        '<a href="https://x.example/' + "%E4" * 3000 + '">x</a>',
        "<p>" * 100,
    ):
        found(body)
