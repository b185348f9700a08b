import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.factories import make_imported, make_publication

FEED = """<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Old</title><link>https://old.example/en/</link><description>d</description>
{items}</channel></rss>"""
ITEM = """<item><title>{title}</title><link>https://old.example{path}</link>
<pubDate>{date:%a, %d %b %Y %H:%M:%S +0000}</pubDate><guid>{guid}</guid>
<description>{summary}</description>
<content:encoded><![CDATA[{body}]]></content:encoded>
<category domain="category">world</category>
<category domain="tag">Trade</category><category domain="tag">AT&amp;T</category></item>"""


class OldSite:
    """A folder as Hugo writes it, of posts that were taken over."""

    def __init__(self, folder):
        self.folder = folder
        self.posts = []

    def post(self, slug, body="<p>Text.</p>", **values):
        post = make_imported(
            slug=slug,
            body=body,
            tags=["Trade", "AT&T"],
            sources=[],
            guid=f"https://old.example/en/posts/world/{slug}/",
            **values,
        )
        self.posts.append(post)
        self.page(f"en/posts/world/{slug}/index.html")
        return post

    def page(self, file, text="<!doctype html><title>a</title>"):
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def feed(self, file="en/index.xml", **changes):
        """All posts as they are here, the last one with `changes`."""
        items = []
        for post in self.posts:
            values = {
                "title": post.title,
                "slug": post.slug,
                "date": post.published_at,
                "guid": post.guid,
                "summary": post.summary,
                "body": post.body,
            }
            if post is self.posts[-1]:
                values |= changes
            values.setdefault("path", f"/en/posts/world/{values['slug']}/")
            items.append(ITEM.format(**values))
        self.page(file, FEED.format(items="".join(items)))


@pytest.fixture
def old(tmp_path):
    make_publication()
    return OldSite(tmp_path / "public")


@pytest.fixture
def checked(tmp_path):
    """Runs the command: its findings as JSON, and what it printed."""

    def run(site, **options):
        out, file = StringIO(), tmp_path / "findings.json"
        status = 0
        try:
            call_command("check_parity", str(site), json=file, stdout=out, **options)
        except CommandError as error:
            status = error.returncode
        found = json.loads(file.read_text(encoding="utf-8"))
        assert bool(found["lost"]) == bool(status)
        return found, out.getvalue()

    return run


@pytest.fixture
def lost(checked):
    """What is lost of a site: the reasons."""

    def run(site, **options):
        found, _printed = checked(site, **options)
        return [one["why"] for one in found["findings"] if one["kind"] == "lost"]

    return run
