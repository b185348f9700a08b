from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from posts.models import Post, Revision
from publication.models import Publication
from sources.models import Publisher
from taxonomy.models import Category, Tag


@pytest.fixture
def run(tmp_path):
    """Imports what a feed says, given as text or bytes; returns the report."""

    def import_text(feed, language="en", **options):
        file = tmp_path / "feed.xml"
        file.write_bytes(feed if isinstance(feed, bytes) else feed.encode())
        out = StringIO()
        call_command("import_feed", str(file), language=language, stdout=out, **options)
        return out.getvalue()

    return import_text


@pytest.fixture
def refused(run):
    """Asserts that an import ends with one clear line, which it returns, and changes nothing."""

    def import_bad(feed, **options):
        with pytest.raises(CommandError) as error:
            run(feed, **options)
        message = str(error.value)
        assert message
        assert "\n" not in message
        for model in (Publication, Post, Revision, Tag, Category, Publisher):
            assert not model.objects.exists()
        return message

    return import_bad


@pytest.fixture
def rss():
    """An RSS document around items."""

    def document(*items, title="Old Daily"):
        return (
            '<?xml version="1.0" encoding="utf-8"?>'
            '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<channel><title>{title}</title><link>https://old.example/en/</link>"
            f"<description>News of old.</description>{''.join(items)}</channel></rss>"
        )

    return document


@pytest.fixture
def item():
    """One item; `extra` is more XML inside it."""

    def one(number=1, *, path=None, body="&lt;p&gt;Text.&lt;/p&gt;", extra=""):
        link = f"https://old.example{path or f'/en/posts/world/story-{number}/'}"
        return (
            f"<item><title>Story {number}</title><link>{link}</link><guid>{link}</guid>"
            f"<pubDate>Sun, 26 Apr 2026 14:0{number}:00 +0800</pubDate>"
            f"<description>Summary {number}</description>"
            f"<content:encoded>{body}</content:encoded>{extra}</item>"
        )

    return one
