"""An editor merges a tag whose feed somebody polls: the subscriber gets nothing twice."""

import feedparser
import pytest

from tests.factories import make_post
from tests.terms.merging import tag

pytestmark = pytest.mark.browser


def guids(feed):
    return {entry.id for entry in feed.entries}


def test_the_subscriber_goes_on(desk, live_server):
    posts = [make_post(tags=["PRC"]), make_post(tags=["PRC", "China"]), make_post(tags=["China"])]
    address = f"{live_server.url}/en/tags/prc/index.xml"
    before = feedparser.parse(address)
    assert guids(before) == {post.guid for post in posts[:2]}

    desk.goto(f"/admin/taxonomy/tag/{tag('PRC').pk}/change/")
    desk.get_by_role("link", name="Merge into another").click()
    desk.locator("[name=into]").fill("China")
    desk.keyboard.press("Escape")
    desk.get_by_role("button", name="See what will happen").click()
    assert desk.get_by_text("2 posts get “China” in its place").is_visible()
    desk.get_by_role("button", name="Merge").click()
    desk.get_by_text("2 posts have “China” now").wait_for()

    after = feedparser.parse(address, etag=before.etag, modified=before.modified)
    assert (after.status, after.href) == (301, f"{live_server.url}/en/tags/china/index.xml")
    assert guids(after) == {post.guid for post in posts}
    assert len(after.entries) == len(posts)
    again = feedparser.parse(after.href, etag=after.etag, modified=after.get("modified"))
    assert (again.status, again.entries) == (304, [])
