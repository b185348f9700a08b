import pytest

from publication.headings import with_contents
from tests.factories import make_post

from .pages import get, text

LONG = "<p>" + "word " * 300 + "</p>"
PARTS = "".join(f"<h2>Part {n}</h2>{LONG}" for n in (1, 2, 3))


def test_headings_get_ids_that_nothing_else_has():
    body, headings = with_contents(
        '<h2>News</h2><p id="news-1">x</p><h2>News</h2><h3>芯片 战</h3><h2>?!</h2><h4>Deep</h4>'
    )
    assert [heading.id for heading in headings] == ["news", "news-2", "芯片-战", "section"]
    assert '<h2 id="news">News</h2>' in body
    assert "<h4>Deep</h4>" in body


def test_ids_that_stand_there_stay():
    body = '<h2 id="kept" class="x">A &amp; <em>B</em></h2>'
    named, headings = with_contents(body)
    assert named == body
    assert [(heading.id, heading.text, heading.level) for heading in headings] == [
        ("kept", "A & B", 2)
    ]


@pytest.mark.django_db
def test_a_long_post_has_a_list_of_its_parts():
    page = get(make_post(body=PARTS).get_absolute_url())
    assert text(page, "//nav[@class='contents']//a") == ["Part 1", "Part 2", "Part 3"]
    for target in page.xpath("//nav[@class='contents']//a/@href"):
        assert page.xpath(f"//h2[@id='{target[1:]}']")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "body", [f"<h2>One</h2>{LONG * 3}<h2>Two</h2>", "<h2>A</h2><h2>B</h2><h2>C</h2><p>Short.</p>"]
)
def test_what_is_seen_at_a_glance_has_none(body):
    assert not get(make_post(body=body).get_absolute_url()).xpath("//nav[@class='contents']")
