"""What editors rename in the admin goes through the verbs that tell it."""

import pytest

from posts.models import Author
from publication.models import Publication
from sources.models import Publisher
from taxonomy.models import Category, Tag
from tests.desk.forms import send, typed
from tests.factories import make_editor, make_post

FIELDS = {Tag: "title", Category: "title", Publication: "name", Author: "name", Publisher: "name"}
PAGES = {
    Tag: "/en/tags/trade/",
    Category: "/en/posts/world/",
    Publication: "/en/",
    Author: "/en/",
    Publisher: "/en/sources/wire/",
}


@pytest.mark.parametrize("model", FIELDS, ids=lambda model: model.__name__)
def test_so_that_feeds_are_asked_for_anew(polls, client, model):
    make_post(authors=["Ada"], sources=[("Wire", "https://wire.example/1")])
    client.force_login(make_editor())
    before = polls(PAGES[model])
    meta, row = model._meta, model.objects.get()
    address = f"/admin/{meta.app_label}/{meta.model_name}/{row.pk}/change/"
    form = typed(client, address, f"{meta.model_name}_form", **{FIELDS[model]: "Renamed"})
    assert send(client, address, form).errors == []
    assert all(b"Renamed" in now.content for now in polls.changes(before, PAGES[model]))


def test_also_when_a_tag_is_deleted(polls, client, db):
    make_post()
    client.force_login(make_editor())
    tag = Tag.objects.ensure("en", ["Unused"])["Unused"]
    poll = polls.each[0]
    before = poll("/en/tags/unused/")
    client.post(f"/admin/taxonomy/tag/{tag.pk}/delete/", {"post": "yes"})
    assert poll.only_etag(before, "/en/tags/unused/") == 404
    tag = Tag.objects.ensure("en", ["Unused"])["Unused"]
    chosen = {"action": "delete_selected", "_selected_action": [tag.pk], "post": "yes"}
    client.post("/admin/taxonomy/tag/", chosen)
    assert poll("/en/tags/unused/").status_code == 404
