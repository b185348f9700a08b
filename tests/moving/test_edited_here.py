import pytest

from posts.actions import merge_terms, redraft_post, save_post
from posts.models import Post, Provenance, Revision
from taxonomy.models import Tag
from tests.factories import content, make_draft

from .arriving import arrival, outcomes, take, take_one

pytestmark = pytest.mark.django_db


def test_what_was_edited_here_is_left_alone_and_told():
    take(arrival())
    save_post(Post.objects.get(), content(title="Ours"), by=None)
    for _again in range(2):
        taken = take_one(arrival(title="Theirs"))
        assert taken.outcome == "edited here"
        assert taken.post == Post.objects.get()
        assert taken.why
    assert Post.objects.get().title == "Ours"
    assert Revision.objects.count() == 2


def test_an_edit_here_of_what_is_unchanged_there_is_no_conflict():
    take(arrival())
    save_post(Post.objects.get(), content(title="Ours"), by=None)
    assert outcomes(arrival()) == ["unchanged"]


def test_a_newer_draft_here_is_an_edit():
    take(arrival())
    redraft_post(Post.objects.get(), content(title="Ours"), by=None)
    assert outcomes(arrival(title="Theirs")) == ["edited here"]


def test_that_a_term_was_merged_is_none():
    take(arrival(tags=("PRC",)))
    make_draft(tags=["China"])
    prc, china = Tag.objects.get(slug="prc"), Tag.objects.get(slug="china")
    merge_terms(prc, china, by=None)
    taken = take_one(arrival(tags=("PRC",), title="Theirs"))
    assert taken.outcome == "updated"
    assert [row.tag for row in taken.post.tagged.all()] == [china]


def test_what_is_left_alone_can_change_its_mind():
    take(arrival())
    digest = Provenance.objects.get().digest
    save_post(Post.objects.get(), content(title="Ours"), by=None)
    take(arrival(title="Theirs"))
    # What came and was not taken is not forgotten, nor remembered as taken.
    assert Provenance.objects.get().digest == digest
    assert outcomes(arrival()) == ["unchanged"]
