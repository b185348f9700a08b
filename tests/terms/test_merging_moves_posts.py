import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from posts.actions import merge_some, merge_terms, withdraw_post
from posts.labels import relabelled
from posts.models import Post, Redirect
from posts.search.find import Bounds, newest
from posts.search.query import parse
from posts.search.results import compiled
from posts.snapshot import content_of
from taxonomy.models import Category, Tag
from tests.factories import make_draft, make_editor, make_imported, make_many, make_post
from tests.polling.polls import edit

from .merging import category, tag

pytestmark = pytest.mark.django_db

TAGS = [
    ["PRC"],
    ["PRC", "prc", "Trade"],
    ["China", "Trade", "PRC"],
    ["Trade", "PRC", "china", "China"],
    ["PRC", "Trade", "China", "Peru"],
]


@pytest.mark.parametrize("tags", TAGS)
def test_rows_and_contents_are_changed_alike(tags):
    post = make_post(tags=tags)
    expected = relabelled(content_of(post), Tag, {"prc": "China"})
    tag("China")
    assert merge_terms(tag("PRC"), tag("China"), by=None) == 1
    stored = Post.objects.get()
    assert content_of(stored) == expected
    assert stored.revisions.first().snapshot == expected.as_json()
    assert stored.revisions.first().action == "merge"


def test_drafts_are_moved_too():
    draft = make_draft(tags=["PRC"])
    merge_terms(tag("PRC"), tag("China"), by=None)
    assert content_of(draft).tags == ("China",)
    assert draft.revisions.first().note == "PRC → China"


def test_what_the_survivor_lacks_it_takes_over():
    Tag.objects.create(language="zh", slug="中国", name="中国", title="中国", concept="china")
    prc, china = tag("PRC"), tag("China")
    prc.concept, prc.description = "china", "A country."
    prc.save()
    merge_terms(prc, china, by=None)
    china.refresh_from_db()
    assert (china.concept, china.description) == ("china", "A country.")
    assert Tag.objects.translations_of(china).get().slug == "中国"


def test_search_finds_posts_by_the_new_name():
    make_post(tags=["PRC"])
    merge_terms(tag("PRC"), tag("China"), by=None)
    assert list(newest(compiled(_asked("china")), Bounds(), 5)) == [Post.objects.get().pk]


def _asked(words):
    from django.http import QueryDict

    from posts.search.asked import read
    from publication.models import Publication

    rows = list(Publication.objects.all())
    assert parse(words).wanted
    return read(QueryDict(f"q={words}"), rows, rows[0])


def test_a_section_takes_its_posts_addresses_along():
    post = make_post(section="asia", categories=["asia"], slug="deal")
    make_draft(section="asia", slug="draft")
    category("world")
    merge_terms(category("asia"), category("world"), by=None)
    post.refresh_from_db()
    assert post.get_absolute_url() == "/en/posts/world/deal/"
    assert Redirect.objects.get().path == "/en/posts/asia/deal/"
    assert Redirect.objects.get().destination == "/en/posts/world/deal/"
    assert content_of(post).categories == ("world",)


def test_an_address_that_is_in_use_again_leads_nowhere_else(client):
    post = make_post(section="world", slug="deal")
    edit(post, section="asia")
    merge_terms(category("asia"), category("world"), by=None)
    assert client.get("/en/posts/world/deal/").status_code == 200
    assert client.get("/en/posts/asia/deal/").headers["Location"] == "/en/posts/world/deal/"
    assert Redirect.objects.count() == 1


def test_translations_of_what_moved_are_told(client):
    en = make_imported("en", section="asia", slug="deal")
    make_imported("zh", section="asia", slug="deal")
    before = client.get("/zh/index.xml")
    merge_terms(category("asia"), category("world"), by=None)
    after = client.get("/zh/index.xml", headers={"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200
    en.refresh_from_db()
    assert f"{en.get_absolute_url()}" in after.text


def test_a_withdrawn_post_is_gone_at_both_addresses(client):
    withdraw_post(make_post(section="asia", slug="deal"), by=None)
    category("world")
    merge_terms(category("asia"), category("world"), by=None)
    assert client.get("/en/posts/asia/deal/", follow=True).status_code == 410


def test_two_posts_with_one_address_stop_it_before_anything_is_changed():
    posts = [make_post(section=name, slug="deal", tags=["T"]) for name in ("asia", "world")]
    make_post(section="asia", categories=["asia"])
    before = [content_of(post) for post in posts]
    with pytest.raises(ValidationError, match="deal"):
        merge_terms(category("asia"), category("world"), by=None)
    assert [content_of(post) for post in posts] == before
    assert Category.objects.filter(slug="asia").exists()


@pytest.mark.parametrize("other", ["itself", "language", "synonym"])
def test_what_cannot_be_merged_is_refused(other):
    prc, china = tag("PRC"), tag("China")
    if other == "synonym":
        merge_terms(tag("Mainland"), china, by=None)
        china = Tag.every.get(slug="mainland")
    target = {"itself": prc, "language": tag("China", "zh"), "synonym": china}[other]
    with pytest.raises(ValidationError):
        merge_terms(prc, target, by=None)


@pytest.mark.parametrize(
    ("permissions", "may"),
    [
        (("change_tag", "publish_post"), True),
        (("change_tag", "change_post"), False),
        (("publish_post", "change_post", "change_category"), False),
    ],
)
def test_who_may(permissions, may):
    make_post(tags=["PRC"])
    prc, china, editor = tag("PRC"), tag("China"), make_editor("one", *permissions)
    if may:
        assert merge_terms(prc, china, by=editor) == 1
        return
    with pytest.raises(PermissionDenied):
        merge_terms(prc, china, by=editor)
    prc.refresh_from_db()
    assert prc.merged_into is None


def test_a_large_one_is_done_in_steps_that_are_whole():
    make_many(5, tags=["PRC", "China"])
    prc, china = tag("PRC"), tag("China")
    assert merge_some(prc, china, by=None, most=3) == (3, False)
    assert tag("PRC") == prc
    assert Post.objects.published("en").tagged(prc).count() == 2
    assert merge_some(prc, china, by=None, most=3) == (2, True)
    assert tag("PRC") == china


@pytest.mark.parametrize("kind", ["tags", "categories"])
def test_more_posts_take_no_more_queries(kind, django_assert_max_num_queries):
    make_many(40, **{kind: ["old"]}, section="old")
    ensure = tag if kind == "tags" else category
    old, new = ensure("old"), ensure("new")
    with django_assert_max_num_queries(60):
        assert merge_terms(old, new, by=None) == 40
