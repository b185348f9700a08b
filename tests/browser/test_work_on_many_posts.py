"""From the list of posts to the end of a batch, with a script and without."""

import pytest
from django.contrib.auth.models import User

from posts.batches import begin, prepare, run
from posts.models import Batch
from posts.snapshot import content_of
from tests.factories import make_draft

pytestmark = pytest.mark.browser

WITHOUT_SCRIPT = {"viewport": {"width": 360, "height": 800}, "java_script_enabled": False}


def begun(number):
    posts = [make_draft(tags=[]) for _number in range(number)]
    batch = prepare(
        "add_tags",
        by=User.objects.get(),
        posts=[post.pk for post in posts],
        order={"labels": ["New"]},
    )
    return begin(batch, at_once=0)


def test_what_is_ticked_is_tagged(desk):
    posts = [make_draft(tags=["China"]), make_draft(tags=[])]
    desk.goto("/admin/posts/post/")
    desk.get_by_role("checkbox", name="Select all").check()
    desk.get_by_label("Action:").select_option("Add tags")
    desk.get_by_role("button", name="Run").click()
    field = desk.get_by_role("combobox", name="Tags:")
    field.press_sequentially("chi")
    desk.get_by_role("option", name="China 1 post").click()
    desk.get_by_role("button", name="Add tags").click()
    desk.get_by_text("Done: 2 of 2 posts.").wait_for()
    assert [content_of(post).tags for post in posts] == [("China",), ("China",)]


def test_progress_is_shown_by_itself(desk):
    batch = begun(2)
    desk.goto(f"/admin/posts/batch/{batch.pk}/")
    desk.get_by_text("0 of 2 posts.").wait_for()
    loaded = desk.evaluate("performance.timeOrigin")
    run(batch.pk)
    desk.get_by_text("Done: 2 of 2 posts.").wait_for()
    assert desk.evaluate("performance.timeOrigin") == loaded


@pytest.mark.parametrize("context_options", [WITHOUT_SCRIPT])
def test_progress_is_shown_without_a_script(desk):
    batch = begun(2)
    desk.goto(f"/admin/posts/batch/{batch.pk}/")
    desk.get_by_text("0 of 2 posts.").wait_for()
    run(batch.pk)
    desk.get_by_text("Done: 2 of 2 posts.").wait_for()
    assert Batch.objects.get().finished_at is not None
