"""The list of posts by who wrote, by tag, by category, by who signs; and the ways there."""

import pytest
from lxml import html

from posts.admin import filters
from posts.models import Author, Post
from taxonomy.models import Category, Tag
from tests.desk.forms import LIST
from tests.factories import make_draft, make_editor, make_post, make_publication

pytestmark = pytest.mark.django_db


@pytest.fixture
def listed(desk):
    def titles(**asked):
        answer = desk.get(LIST, asked)
        assert answer.status_code == 200
        return sorted(post.title for post in answer.context["cl"].result_list)

    return titles


@pytest.fixture(autouse=True)
def posts(publication):
    make_publication("zh")
    make_post(title="Chips", tags=["AI"], categories=["tech"], authors=["Ann Lee"])
    make_post(title="Ports", tags=["US-China relations"], categories=["world"], authors=["Bo"])
    make_post("zh", title="芯片", tags=["AI"], categories=["world"])


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ({"tag": "en/ai"}, ["Chips"]),
        ({"tag": "ai"}, ["Chips", "芯片"]),
        ({"tag": "AI", "publication__code__exact": "zh"}, ["芯片"]),
        ({"tag": "US-China relations"}, ["Ports"]),
        ({"tag": " us-china RELATIONS "}, ["Ports"]),
        ({"category": "tech"}, ["Chips"]),
        ({"category": "en/world"}, ["Ports"]),
        ({"author": "ann-lee"}, ["Chips"]),
        ({"author": "ann lee"}, ["Chips"]),
        ({"author": "bo", "tag": "ai"}, []),
        ({"tag": ""}, ["Chips", "Ports", "芯片"]),
    ],
)
def test_by_name_or_by_address(listed, asked, titles):
    assert listed(**asked) == titles


@pytest.mark.parametrize("name", ["tag", "category", "author", "writer"])
@pytest.mark.parametrize("asked", ["nowhere", "\0", "%", "'", "🙂", "x" * 9000, "9" * 40, "²"])
def test_what_is_not_there_has_no_posts(listed, name, asked):
    # A NUL is left out of what is asked for, and then nothing is.
    assert listed(**{name: asked}) == ([] if asked != "\0" else listed())


def test_it_says_that_it_is_not_there(desk):
    page = html.fromstring(desk.get(LIST, {"tag": "<b>"}).text)
    assert "“<b>” is not there." in page.text_content()


def test_a_synonym_finds_its_term(listed):
    term = Tag.objects.get(language="en", slug="ai")
    Tag.every.create(language="en", name="ML", slug="ml", title="ML", merged_into=term)
    assert listed(tag="ml") == ["Chips"]


def test_by_who_wrote_lately(desk, listed, editor, monkeypatch):
    ann, bo = make_editor("ann"), make_editor("bo")
    Post.objects.filter(title="Chips").update(created_by=ann)
    Post.objects.filter(title="Ports").update(created_by=editor)
    assert listed(writer=ann.pk) == ["Chips"]
    assert listed(writer="me") == ["Ports"]
    assert listed(writer=bo.pk) == []

    def offered():
        answer = desk.get(LIST).context["cl"].filter_specs
        [spec] = [one for one in answer if isinstance(one, filters.WriterFilter)]
        return [name for _value, name in spec.lookup_choices]

    assert offered() == ["My posts", "ann"]
    monkeypatch.setattr(filters, "LATELY", 0)
    assert offered() == ["My posts"]


def test_other_filters_stay_when_a_name_is_typed(desk):
    page = html.fromstring(desk.get(LIST, {"status__exact": "published", "p": "1"}).text)
    [form] = [one for one in page.forms if "tag" in one.fields]
    assert dict(form.form_values()) == {"status__exact": "published", "tag": ""}


def test_tags_categories_and_authors_lead_to_their_posts(desk, listed):
    for row, address in (
        (Tag.objects.get(language="en", slug="ai"), "/admin/taxonomy/tag/"),
        (Category.objects.get(language="en", slug="tech"), "/admin/taxonomy/category/"),
        (Author.objects.get(slug="ann-lee"), "/admin/posts/author/"),
    ):
        for page in (address, f"{address}{row.pk}/change/"):
            links = html.fromstring(desk.get(page).text).xpath(
                f"//main//a[starts-with(@href, '{LIST}?')]/@href"
            )
            found = [desk.get(link).context["cl"].result_list for link in links]
            assert ["Chips"] in [[post.title for post in posts] for posts in found], page


def test_a_tag_with_a_slash_has_a_link(desk, listed):
    make_draft(title="Odd", tags=["a / b"])
    slug = Tag.objects.get(name="a / b").slug
    assert listed(tag=f"en/{slug}") == ["Odd"]
