import pytest

from posts.models import Batch, Post, Redirect
from posts.snapshot import content_of
from taxonomy.models import Category, KeptApart, Tag
from tests.desk.conftest import signed_in
from tests.desk.forms import send, typed
from tests.factories import make_draft, make_editor, make_many, make_post

pytestmark = pytest.mark.django_db


def page(row, name):
    return f"/admin/taxonomy/{row._meta.model_name}/{row.pk}/{name}/"


def tag(label, language="en"):
    return Tag.objects.ensure(language, [label])[label]


def test_the_page_says_what_will_happen_before_it_does(desk):
    make_post(tags=["PRC"])
    make_draft(tags=["PRC"])
    tag("China")
    shown = desk.get(page(tag("PRC"), "merge"), {"into": "china"}).text
    text = " ".join(shown.split())
    assert "2 posts get “China” in its place" in text
    assert "1 of them published" in text
    assert "/en/tags/prc/" in text
    assert "/en/tags/china/" in text
    assert Tag.objects.filter(slug="prc").exists()


def test_a_merge_from_the_page_to_its_end(desk):
    post = make_post(tags=["PRC"])
    prc, china = tag("PRC"), tag("China")
    answer = send(desk, page(prc, "merge"), {"into": "China"})
    assert "1 post has “China” now" in answer.text
    assert content_of(post).tags == ("China",)
    assert post.revisions.first().by.username == "editor"
    assert f'value="{china.name}"' in answer.text
    assert "PRC" in answer.text  # among the other spellings


@pytest.mark.parametrize(
    ("into", "said"),
    [
        ("", "This field is required."),
        ("PRC", "Nothing can be merged into itself."),
        ("Nobody", "There is nothing called “Nobody”."),
        ("🎉", "no letter or digit"),
        ("China, Peru", "Name one."),
    ],
)
def test_what_cannot_be_is_said(desk, into, said):
    make_post(tags=["PRC", "China"])
    for method in (desk.get, desk.post):
        assert said in method(page(tag("PRC"), "merge"), {"into": into}).text
    assert Tag.objects.count() == 2


def test_two_posts_of_one_address_are_named_and_nothing_is_done(desk):
    make_post(section="asia", slug="deal", title="The Asian deal")
    make_post(section="world", slug="deal")
    asia = Category.objects.get(slug="asia")
    for method in (desk.get, desk.post):
        assert "The Asian deal" in method(page(asia, "merge"), {"into": "world"}).text
    assert Category.objects.filter(slug="asia").exists()


@pytest.mark.parametrize("permissions", [("view_tag", "change_tag"), ("publish_post", "view_tag")])
def test_who_may_not(publication, permissions):
    make_post(tags=["PRC", "China"])
    client = signed_in(make_editor("one", *permissions))
    for name in ("merge", "rename"):
        assert client.get(page(tag("PRC"), name)).status_code == 403
        assert client.post(page(tag("PRC"), name), {"into": "China"}).status_code == 403
    assert client.get("/admin/taxonomy/tag/alike/").status_code == 403
    assert Tag.objects.count() == 2
    assert "Merge into another" not in client.get(page(tag("PRC"), "change")).text


def test_a_large_merge_leads_to_its_progress(desk, monkeypatch):
    monkeypatch.setattr("posts.admin.term_page.STEP", 2)
    make_many(3, tags=["PRC", "China"])
    answer = send(desk, page(tag("PRC"), "merge"), {"into": "China"})
    assert answer.redirect_chain[-1][0] == f"/admin/posts/batch/{Batch.objects.get().pk}/"
    assert "0 of 3 posts" in answer.text
    assert 'http-equiv="refresh"' in answer.text


def test_a_tag_gets_another_name_and_address(desk):
    post = make_post(tags=["AI"])
    ai = tag("AI")
    assert "/en/tags/machines/" in desk.get(page(ai, "rename"), {"to": "Machines"}).text
    send(desk, page(ai, "rename"), {"to": "Machines"})
    machines = Tag.objects.get()
    assert (machines.name, machines.slug, machines.title) == ("Machines", "machines", "Machines")
    assert content_of(post).tags == ("Machines",)
    assert desk.get("/en/tags/ai/index.xml").headers["Location"] == "/en/tags/machines/index.xml"


def test_a_name_that_was_given_up_can_be_taken_again(desk):
    make_post(tags=["AI"])
    send(desk, page(tag("AI"), "rename"), {"to": "Machines"})
    send(desk, page(tag("Machines"), "rename"), {"to": "AI"})
    assert Tag.objects.get().slug == "ai"
    assert Tag.every.exclude(merged_into=None).get().slug == "machines"


@pytest.mark.parametrize("to", ["ai", "Trade", "🎉", ""])
def test_an_address_that_is_taken_is_refused(desk, to):
    make_post(tags=["AI", "Trade"])
    answer = desk.post(page(tag("AI"), "rename"), {"to": to})
    assert "errorlist" in answer.text
    assert sorted(Tag.objects.values_list("slug", flat=True)) == ["ai", "trade"]


def test_a_section_moves_with_its_posts(desk):
    post = make_post(section="ai-tech", categories=["ai-tech"], slug="deal")
    section = Category.objects.get()
    Category.objects.update(title="AI & Tech", position=3, in_menu=False, concept="ai")
    send(desk, page(section, "rename"), {"to": "Machines"})
    moved = Category.objects.get()
    assert (moved.slug, moved.title, moved.position, moved.in_menu, moved.concept) == (
        "machines",
        "AI & Tech",
        3,
        False,
        "ai",
    )
    assert Post.objects.get().get_absolute_url() == "/en/posts/machines/deal/"
    assert Redirect.objects.get().post == post


def test_other_spellings_are_written_in_the_form(desk):
    china = tag("China")
    form = typed(desk, page(china, "change"), "tag_form", also_written="PRC\n\n Mainland \n")
    assert send(desk, page(china, "change"), form).errors == []
    assert tag("prc") == tag("mainland") == china
    shown = typed(desk, page(china, "change"), "tag_form")
    assert shown["also_written"][0].split() == ["Mainland", "PRC"]
    send(desk, page(china, "change"), {**shown, "also_written": ""})
    assert tag("PRC") != china


def test_a_tag_of_its_own_is_no_spelling(desk):
    china, peru = tag("China"), tag("Peru")
    for label, said in (("Peru", "merge the two"), ("🎉", "no letter or digit")):
        form = typed(desk, page(china, "change"), "tag_form", also_written=label)
        assert said in send(desk, page(china, "change"), form).errors[0]
    assert tag("Peru") == peru


def test_lists_at_the_desk_show_no_synonym(desk):
    make_post(tags=["PRC", "China"], section="asia", categories=["asia"])
    send(desk, page(tag("PRC"), "merge"), {"into": "China"})
    world = Category.objects.ensure("en", ["world"])["world"]
    send(desk, page(Category.objects.get(slug="asia"), "merge"), {"into": world.slug})
    shown = desk.get("/admin/taxonomy/tag/?q=prc").text
    assert "China" in shown
    assert "1 tag" in shown
    assert ">Asia<" not in desk.get("/admin/posts/post/add/").text


def test_posts_are_counted_and_what_is_unused_is_found(desk):
    make_post(tags=["PRC", "China"])
    make_draft(tags=["China"])
    tag("Nothing")
    shown = desk.get("/admin/taxonomy/tag/").text
    assert '<a href="/admin/posts/post/?tag=en/china">2</a>' in shown
    unused = desk.get("/admin/taxonomy/tag/?unused=yes").text
    assert "Nothing" in unused
    assert "1 tag" in unused
    make_post(section="asia", categories=[])
    Category.objects.ensure("en", ["empty"])
    assert "1 category" in desk.get("/admin/taxonomy/category/?unused=yes").text


def test_near_duplicates_are_reported_until_they_are_told_apart(desk):
    make_post(tags=["US-China relations", "China US relation", "Chips", "Chip"])
    alike = "/admin/taxonomy/tag/alike/?language=en"
    shown = desk.get(alike).text
    assert "2 pairs" in shown
    assert f"{page(tag('Chip'), 'merge')}?into=Chips" in shown
    desk.post(alike, {"first": "chips", "second": "chip"})
    assert "1 pair," in desk.get(alike).text
    assert KeptApart.objects.get().first == "chip"
    desk.post(alike, {"first": "chips", "second": "nothing"})
    assert KeptApart.objects.count() == 1


def test_a_synonym_that_is_typed_offers_its_survivor(desk):
    make_post("zh", tags=["中美贸易"])
    send(desk, page(tag("中美贸易", "zh"), "merge"), {"into": tag("中美关系", "zh").name})
    typed_in = {"q": "中美贸", "language": "zh"}
    [offer] = desk.get("/admin/posts/post/complete-tags/", typed_in).json()["offers"]
    assert (offer["label"], offer["via"], offer["is_same"]) == ("中美关系", "中美贸易", False)
    typed_in["q"] = "中美贸易"
    [offer] = desk.get("/admin/posts/post/complete-tags/", typed_in).json()["offers"]
    assert offer["is_same"]
    typed_in["q"] = "中美"
    [offer] = desk.get("/admin/posts/post/complete-tags/", typed_in).json()["offers"]
    assert (offer["label"], offer["via"]) == ("中美关系", "")
