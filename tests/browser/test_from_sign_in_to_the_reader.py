"""An editor writes a post and sees it where readers do."""

import pytest

from posts.models import Post
from taxonomy.models import Category
from tests.browser.conftest import sign_in
from tests.browser.editor import button, open_editor, tool
from tests.factories import make_editor

pytestmark = pytest.mark.browser


def test_the_whole_way(page, publication):
    make_editor()
    Category.objects.ensure("en", ["world"])
    sign_in(page)
    page.get_by_role("link", name="All posts").click()
    page.get_by_role("link", name="Add post").click()

    text = open_editor(page, page.url)
    page.get_by_label("Headline:").first.fill("Fed cuts rates")
    page.get_by_label("Standfirst:").fill("The first cut in a year.")
    text.click()
    page.keyboard.type("The bank lowered rates by ")
    tool(page, "bold").click()
    page.keyboard.type("a quarter point")
    tool(page, "bold").click()
    page.keyboard.type(".")
    page.locator("#id_citations-0-label").fill("Reuters")
    page.locator("#id_citations-0-url").fill("https://www.reuters.com/markets/fed")
    page.get_by_label("Tags:").fill("Interest rates, US-China relations")
    page.get_by_label("Section:").select_option("World")
    button(page, "Publish now").click()

    page.get_by_text("it is published.").wait_for()
    with page.expect_navigation():
        page.locator(".messagelist").get_by_role("link", name="View on site").click()
    assert page.get_by_role("heading", name="Fed cuts rates").is_visible()
    assert page.locator("strong", has_text="a quarter point").is_visible()
    assert page.get_by_role("link", name="Reuters").first.is_visible()

    page.goto("/en/tags/us-china-relations/")
    assert page.get_by_role("link", name="Fed cuts rates").first.is_visible()
    feed = page.request.get("/en/tags/us-china-relations/index.xml")
    assert "<title>Fed cuts rates</title>" in feed.text()


def test_a_draft_is_seen_by_nobody_else(desk):
    Category.objects.ensure("en", ["world"])
    text = open_editor(desk, "/admin/posts/post/add/")
    desk.get_by_label("Headline:").first.fill("Not yet")
    text.click()
    desk.keyboard.type("Text.")
    desk.get_by_label("Tags:").fill("Trade")
    desk.get_by_label("Section:").select_option("World")
    button(desk, "Save draft").click()
    desk.locator(".messagelist").get_by_text("it is saved.").wait_for()

    post = Post.objects.get()
    assert (post.status, post.body) == ("draft", "<p>Text.</p>")
    for address in ("/en/", "/en/index.xml"):
        assert "Not yet" not in desk.request.get(address).text()
    assert desk.request.get(post.get_absolute_url()).status == 404
