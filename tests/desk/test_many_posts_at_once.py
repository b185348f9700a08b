from dataclasses import replace

import pytest
from django.db import connection

from posts.batches import KINDS, run
from posts.models import Batch, Post
from posts.snapshot import content_of
from taxonomy.models import Category
from tests.desk.conftest import signed_in
from tests.desk.forms import LIST, send
from tests.factories import make_draft, make_editor, make_many, make_post

pytestmark = pytest.mark.django_db


def choose(client, action, posts, **more):
    chosen = {"action": action, "_selected_action": [post.pk for post in posts], **more}
    return client.post(LIST, chosen, follow=True)


def address():
    return f"/admin/posts/batch/{Batch.objects.latest('pk').pk}/"


def test_tags_are_added_to_what_is_ticked(desk):
    posts, other = [make_post(tags=[]), make_draft(tags=["A"])], make_post(tags=[])
    asked = choose(desk, "add_tags", posts)
    assert "2 posts were chosen" in asked.text
    assert Batch.objects.get().started_at is None
    answer = send(desk, address(), {"labels": "A，B"})
    assert "Done: 2 of 2 posts." in answer.text
    assert [content_of(post).tags for post in (*posts, other)] == [("A", "B"), ("A", "B"), ()]


def test_a_thousand_are_left_to_the_worker_and_progress_is_shown(desk):
    make_many(1000)
    asked = choose(desk, "remove_tags", Post.objects.all()[:1], select_across="1")
    assert "1000 posts were chosen" in asked.text or "1,000 posts were chosen" in asked.text
    answer = send(desk, address(), {"labels": "Trade"})
    assert "0 of 1" in answer.text
    run(Batch.objects.get().pk, seconds=0)
    shown = desk.get(address()).text
    assert 'value="100"' in shown
    assert "desk/batch.js" in shown


def test_refusals_are_listed_with_their_reasons(desk):
    good, bad = make_draft(title="Good"), make_draft(title="Bare", body="")
    choose(desk, "publish", [good, bad])
    answer = send(desk, address(), {"go": "1"})
    assert "1 post was left as it was" in answer.text
    assert "Bare" in answer.text
    assert "There is no text yet." in answer.text
    assert [Post.objects.get(pk=row.pk).status for row in (good, bad)] == ["published", "draft"]


def test_a_category_is_chosen_from_those_of_the_posts_languages(desk):
    Category.objects.ensure("en", ["tech"])
    Category.objects.ensure("zh", ["财经"])
    post = make_post()
    asked = choose(desk, "file_under", [post]).text
    assert 'value="tech"' in asked
    assert "财经" not in asked
    assert "errorlist" in send(desk, address(), {"category": "财经"}).text
    send(desk, address(), {"category": "tech"})
    assert content_of(post).categories == ("world", "tech")


@pytest.mark.parametrize("labels", ["", " , ", "🎉", "x" * 201])
def test_what_is_no_tag_is_refused(desk, labels):
    choose(desk, "add_tags", [make_post()])
    assert "errorlist" in send(desk, address(), {"labels": labels}).text
    assert Batch.objects.get().started_at is None


def test_of_posts_in_two_languages_one_language_is_chosen(desk):
    english, chinese = make_post(tags=[]), make_post("zh", tags=[])
    choose(desk, "add_tags", [english, chinese])
    assert 'name="language"' in desk.get(address()).text
    answer = send(desk, address(), {"labels": "芯片", "language": "zh"})
    assert "It is in another language." in answer.text
    assert content_of(chinese).tags == ("芯片",)
    assert content_of(english).tags == ()


@pytest.mark.parametrize("action", ["publish", "add_tags"])
def test_one_that_cannot_be_changed_keeps_none_of_the_others_back(desk, action, monkeypatch):
    """Whatever goes wrong with it: here the database itself refuses."""
    good, bad = make_draft(title="Good", tags=[]), make_draft(title="Bad", tags=[])

    def broken(post):
        if post.pk == bad.pk:
            with connection.cursor() as cursor:
                cursor.execute("SELECT '0001-01-01 BC'::date + 1/0")

    monkeypatch.setattr("posts.actions.record.index_post", broken)
    monkeypatch.setattr("posts.actions.bulk.index_posts", lambda posts: [broken(p) for p in posts])
    choose(desk, action, [good, bad])
    answer = send(desk, address(), {"go": "1", "labels": "A"})
    assert "1 post was left as it was" in answer.text
    assert "the log of the server says what" in answer.text
    good.refresh_from_db()
    assert good.status == "published" if action == "publish" else content_of(good).tags == ("A",)


def test_what_cannot_go_on_ends_and_says_so(desk, monkeypatch, caplog):
    posts = [make_draft() for _number in range(2)]
    choose(desk, "publish", posts)

    def broken(_batch):
        raise RuntimeError("lost")

    monkeypatch.setitem(KINDS, "publish", replace(KINDS["publish"], step=broken))
    answer = send(desk, address(), {"go": "1"})
    assert "Something went wrong" in answer.text
    assert Batch.objects.get().finished_at is not None
    assert "ends before its end" in caplog.text


def test_writers_submit_and_do_not_publish(contributors_desk):
    post = make_draft()
    assert 'value="publish"' not in contributors_desk.get(LIST).text
    choose(contributors_desk, "publish", [post])
    assert not Batch.objects.exists()
    choose(contributors_desk, "submit", [post])
    send(contributors_desk, address(), {"go": "1"})
    post.refresh_from_db()
    assert post.status == "in_review"


def test_who_only_reads_is_offered_nothing(publication):
    post = make_draft()
    viewer = signed_in(make_editor("viewer", "view_post"))
    assert 'name="action"' not in viewer.get(LIST).text
    choose(viewer, "submit", [post])
    assert not Batch.objects.exists()


def test_another_editors_question_is_not_answered_for_them(desk, contributors_desk):
    post = make_draft()
    choose(desk, "submit", [post])
    assert contributors_desk.post(address(), {"go": "1"}).status_code == 403
    assert contributors_desk.get("/admin/posts/batch/999/").status_code == 404


def test_nothing_is_deleted_or_withdrawn_in_bulk(desk):
    make_draft()
    page = desk.get(LIST).text
    assert 'value="delete_selected"' not in page
    assert 'value="withdraw"' not in page
