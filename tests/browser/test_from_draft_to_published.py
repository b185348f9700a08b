"""Write, submit, review, send back, schedule, published: with the people who do it."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from posts.models import Post
from posts.tasks import publish_due_posts
from taxonomy.models import Category
from tests.browser.conftest import sign_in
from tests.browser.editor import button, open_editor
from tests.browser.people import another_browser
from tests.factories import make_member

pytestmark = pytest.mark.browser


def test_the_whole_way(page, publication):
    Category.objects.ensure("en", ["world"])
    make_member("Contributor", "ann")
    make_member("Editor", "bo")
    sign_in(page, "ann")
    page.get_by_role("link", name="Write a post").click()
    text = open_editor(page, page.url)
    page.get_by_label("Headline:").first.fill("Fed cuts rates")
    text.click()
    page.keyboard.type("By a quarter point.")
    page.get_by_label("Section:").select_option("World")
    assert not button(page, "Publish now").count()
    button(page, "Submit for review").click()
    page.get_by_text("it waits for review.").wait_for()

    with another_browser(page, "bo") as desk:
        waiting = desk.get_by_role("region", name="Waiting for review")
        waiting.get_by_role("link", name="Fed cuts rates").click()
        desk.get_by_label("Note:").fill("Which source?")
        button(desk, "Send back to the author").click()
        desk.get_by_text("it is a draft again.").wait_for()

        page.goto("/admin/")
        mine = page.get_by_role("region", name="My drafts")
        mine.get_by_role("link", name="Fed cuts rates").click()
        page.get_by_role("cell", name="Which source?").wait_for()
        open_editor(page, page.url)
        page.locator("#id_citations-0-label").fill("Reuters")
        page.locator("#id_citations-0-url").fill("https://www.reuters.com/markets/fed")
        button(page, "Submit for review").click()
        page.get_by_text("it waits for review.").wait_for()

        desk.goto("/admin/")
        waiting = desk.get_by_role("region", name="Waiting for review")
        waiting.get_by_role("link", name="Fed cuts rates").click()
        desk.locator("#id_published_at_0").fill("2999-01-02")
        desk.locator("#id_published_at_1").fill("07:30")
        button(desk, "Schedule for 2999-01-02 07:30, Asia/Shanghai").click()
        desk.get_by_text("it will be published on 2999-01-02 07:30 (Asia/Shanghai).").wait_for()
        desk.goto("/admin/")
        scheduled = desk.get_by_role("region", name="Scheduled next")
        scheduled.get_by_text("2999-01-02 07:30").wait_for()

    post = Post.objects.get()
    assert page.request.get(post.get_absolute_url()).status == 404
    with time_machine.travel(post.published_at + timedelta(seconds=1), tick=False):
        publish_due_posts(timestamp=0)
    Post.objects.update(published_at=timezone.now() - timedelta(minutes=1))
    page.goto(post.get_absolute_url())
    assert page.get_by_role("heading", name="Fed cuts rates").is_visible()
    done = list(post.revisions.order_by("number").values_list("action", "who"))
    assert done == [
        ("create", "ann"),
        ("submit", "ann"),
        ("return", "bo"),
        ("save", "ann"),
        ("submit", "ann"),
        ("save", "bo"),
        ("schedule", "bo"),
        ("publish", ""),
    ]
