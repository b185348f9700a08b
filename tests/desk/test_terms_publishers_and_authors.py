"""The rows that posts refer to: their addresses are made once and last."""

import pytest

from posts.models import Author
from sources.models import Publisher
from taxonomy.models import Category, Tag
from tests.desk.forms import send, typed
from tests.factories import make_post

pytestmark = pytest.mark.django_db


def add(client, kind, **values):
    address = f"/admin/{kind}/add/"
    form_id = f"{kind.partition('/')[2]}_form"
    return send(client, address, typed(client, address, form_id, **values))


def change(client, kind, row, **values):
    address = f"/admin/{kind}/{row.pk}/change/"
    form_id = f"{kind.partition('/')[2]}_form"
    return send(client, address, {**typed(client, address, form_id), **values})


def test_a_tag_is_given_the_address_that_hugo_gave_it(desk):
    add(desk, "taxonomy/tag", language="en", name="AT&T deal")
    tag = Tag.objects.get()
    assert (tag.slug, tag.name, tag.title) == ("att-deal", "AT&T deal", "AT&T Deal")


def test_a_near_duplicate_is_refused_by_name(desk):
    Tag.objects.ensure("en", ["AI"])
    response = add(desk, "taxonomy/tag", language="en", name="ai")
    assert response.errors == ["“AI” has the address that this would have: ai."]
    Tag.objects.ensure("zh", ["AI"])
    assert Tag.objects.count() == 2


@pytest.mark.parametrize("kind", ["taxonomy/tag", "taxonomy/category", "posts/author"])
def test_a_name_without_an_address_is_refused(desk, kind):
    field = "title" if kind.endswith("category") else "name"
    values = {} if kind.endswith("author") else {"language": "en"}
    response = add(desk, kind, **values, **{field: "🎉"})
    assert "no letter or digit" in response.errors[0]


def test_an_address_cannot_change(desk):
    for kind, model in (("taxonomy/tag", Tag), ("taxonomy/category", Category)):
        row = model.objects.ensure("en", ["World"])["World"]
        change(desk, kind, row, title="Globe", slug="other", language="zh")
        row.refresh_from_db()
        assert (row.title, row.slug, row.language) == ("Globe", "world", "en")


def test_a_tag_keeps_a_spelling_that_leads_to_it(desk):
    tag = Tag.objects.ensure("en", ["AI"])["AI"]
    assert change(desk, "taxonomy/tag", tag, name="Machines").errors
    change(desk, "taxonomy/tag", tag, name="ai")
    tag.refresh_from_db()
    assert tag.name == "ai"


def test_what_posts_use_cannot_be_deleted(desk):
    make_post(tags=["AI"], authors=["Ann Lee"])
    for kind, model in (
        ("taxonomy/tag", Tag),
        ("taxonomy/category", Category),
        ("posts/author", Author),
        ("sources/publisher", Publisher),
    ):
        row = model.objects.get()
        desk.post(f"/admin/{kind}/{row.pk}/delete/", {"post": "yes"})
        chosen = {"action": "delete_selected", "_selected_action": row.pk, "post": "yes"}
        desk.post(f"/admin/{kind}/", chosen)
        assert model.objects.exists(), kind


def test_a_publisher_and_its_domains(desk):
    domain = {"domains-0-domain": "https://www.BBC.co.uk/news"}
    add(desk, "sources/publisher", name="BBC News", **domain)
    publisher = Publisher.objects.get()
    assert publisher.slug == "bbc-news"
    assert [row.domain for row in publisher.domains.all()] == ["bbc.co.uk"]


def test_an_author_has_the_address_of_a_byline(desk):
    add(desk, "posts/author", name="Ann Lee", bio="Writes.")
    make_post(authors=["Ann Lee"])
    assert Author.objects.get().slug == "ann-lee"
