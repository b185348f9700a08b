"""Whatever happens to addresses and names, an entry stays the entry that it was."""

import pytest

from posts.actions import merge_terms
from publication.actions import save_publication
from publication.models import Publication
from taxonomy.actions import save_term
from taxonomy.models import Tag
from tests.clients.feed_readers import SfeedAsItComes
from tests.polling.polls import edit

pytestmark = pytest.mark.django_db(transaction=True)


def rename(row, field, save):
    setattr(row, field, "Another name")
    save(row)


def other_tag():
    return Tag.objects.ensure("en", ["Other"])["Other"]


MOVES = {
    "slug": lambda post: edit(post, slug="elsewhere"),
    "section": lambda post: edit(post, section="tech"),
    "tag": lambda _post: rename(Tag.objects.get(), "title", save_term),
    "merge": lambda _post: merge_terms(Tag.objects.get(), other_tag(), by=None),
    "publication": lambda _post: rename(Publication.objects.get(), "name", save_publication),
}


@pytest.mark.parametrize("move", MOVES)
def test_after(subscriber, posts, site, move):
    MOVES[move](posts[0])
    subscriber.poll()
    posts[0].refresh_from_db()
    kept = subscriber.kept()
    assert sorted(entry.guid for entry in kept) == sorted(post.guid for post in posts)
    assert {entry.link for entry in kept} >= {f"{site}{posts[1].get_absolute_url()}"}


def test_after_the_site_has_moved_to_another_domain(subscriber, posts, answers, settings):
    settings.SITE_URL = "https://news.example"
    subscriber.poll()
    subscriber.poll()
    assert answers == [200, 304]
    assert sorted(entry.guid for entry in subscriber.kept()) == sorted(post.guid for post in posts)


def test_but_sfeed_as_it_comes_takes_a_new_address_for_a_new_entry(posts, site, tmp_path):
    """It tells entries apart by id, title and link together: no feed can help that."""
    subscriber = SfeedAsItComes(f"{site}/en/index.xml", tmp_path)
    subscriber.poll()
    edit(posts[0], slug="elsewhere")
    subscriber.poll()
    guids = [entry.guid for entry in subscriber.kept()]
    assert sorted(guids) == sorted([posts[0].guid, *(post.guid for post in posts)])
