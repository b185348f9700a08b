import pytest
from django.db import IntegrityError, transaction

from posts.actions import merge_terms, save_post
from posts.content import PostContent
from posts.models import Post
from posts.snapshot import content_of
from taxonomy.models import Category, Tag
from taxonomy.synonyms import set_synonyms
from tests.factories import content, make_draft, make_post

from .merging import category, tag

pytestmark = pytest.mark.django_db


def test_an_old_spelling_is_the_survivor():
    merge_terms(tag("PRC"), tag("China"), by=None)
    assert Tag.objects.ensure("en", ["prc", "P.R.C", "Peru"])["prc"].slug == "china"
    assert [row.slug for row in Tag.objects.order_by("slug")] == ["china", "p.r.c", "peru"]


def test_a_post_that_is_tagged_with_it_gets_the_survivor():
    merge_terms(tag("PRC"), tag("China"), by=None)
    post = make_post(tags=["Trade", "PRC", "prc"])
    assert content_of(post).tags == ("Trade", "China")


def test_both_at_once_are_one():
    merge_terms(tag("PRC"), tag("China"), by=None)
    post = make_post(tags=["PRC", "Trade", "china", "China"])
    assert content_of(post).tags == ("china", "China", "Trade")


def test_an_old_snapshot_that_is_restored_brings_none_back():
    post = make_post(tags=["PRC"], section="asia", categories=["asia"])
    old = PostContent.from_json(post.revisions.first().snapshot)
    merge_terms(tag("PRC"), tag("China"), by=None)
    merge_terms(category("asia"), category("world"), by=None)
    save_post(Post.objects.get(), old, by=None)
    now = content_of(Post.objects.get())
    assert (now.tags, now.categories, now.section) == (("China",), ("world",), "world")


def test_a_tag_of_another_language_stays():
    merge_terms(tag("PRC"), tag("China"), by=None)
    assert content_of(make_draft("zh", tags=["PRC"])).tags == ("PRC",)


def test_no_chain_grows():
    merge_terms(tag("PRC"), tag("China"), by=None)
    merge_terms(tag("China"), tag("Mainland"), by=None)
    assert {row.merged_into.slug for row in Tag.every.exclude(merged_into=None)} == {"mainland"}
    assert tag("prc").slug == "mainland"


@pytest.mark.parametrize("kind", [Tag, Category])
def test_the_database_stores_no_chain_no_loop_and_no_mixture(kind):
    first, second, third = (kind.objects.ensure("en", [name])[name] for name in ("a", "b", "c"))
    other = kind.objects.ensure("zh", ["z"])["z"]
    kind.every.filter(pk=first.pk).update(merged_into=second)
    for row, target in ((second, third), (third, first), (third, third), (third, other)):
        with pytest.raises(IntegrityError), transaction.atomic():
            kind.every.filter(pk=row.pk).update(merged_into=target)


def test_a_synonym_can_be_written_down_and_taken_back():
    china = tag("China")
    set_synonyms(china, ["PRC", "Mainland China", "china"])
    assert tag("prc") == china
    set_synonyms(china, ["Mainland China"])
    assert tag("prc") != china
    assert tag("mainland china") == china


def test_content_is_stored_with_the_survivor_in_every_case():
    merge_terms(tag("PRC"), tag("China"), by=None)
    post = make_draft(tags=["China"])
    save_post(post, content(slug=post.slug, tags=["PRC"]), by=None)
    assert [row.labels for row in post.tagged.all()] == [["China"]]
