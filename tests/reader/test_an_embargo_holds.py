"""Until its embargo ends, no address of the site tells of a post: every route is asked."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone

from feeds.archive import Month
from images.tasks import render
from posts.actions import Limits, open_preview, save_post, schedule_post
from posts.models import Post
from posts.snapshot import content_of
from posts.tasks import publish_due_posts
from tests.factories import make_draft, make_post
from tests.images.samples import make_picture

pytestmark = pytest.mark.django_db

SECRET = "Quicksilver"
TOPIC = "Zeppelins"
ROOMS = ("posts", "feeds", "images", "publication")
# For people with an account, or with a signed link.
OTHERS = {"posts:preview", "posts:preview-picture", "publication:choose-language"}
# Its files are asked for one by one.
PICTURE = "images:picture"


@pytest.fixture
def embargoed(settings, tmp_path):
    """A finished post with a picture, a tag and a source of its own, which goes out in an hour."""
    settings.MEDIA_ROOT = tmp_path
    picture = make_picture()
    render(picture.pk)
    picture.refresh_from_db()
    make_post(slug="neighbour", title="A neighbour")
    end = timezone.now() + timedelta(hours=1)
    post = make_draft(
        title=f"{SECRET} rises",
        slug="quicksilver-rises",
        summary=f"{SECRET}.",
        body=f"<p>{SECRET} fell.</p>",
        tags=["Trade", TOPIC],
        authors=["Ada Example"],
        picture=picture.name,
    )
    save_post(post, content_of(post), limits=Limits(embargo_until=end), by=None)
    return schedule_post(post, end, by=None)


def values_for(post, at):
    return {
        "language": "en",
        "section": "world",
        "slug": post.slug,
        "category": "world",
        "tag": "zeppelins",
        "author": "ada-example",
        "source": "example-wire",
        "number": post.pk,
        "rest": "1.png",
        "period": f"{at:%Y/%m/%d}",
        "month": Month(at.year, at.month),
        "kind": "tags",
        "path": "about",
    }


def routes(resolver, room=""):
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            if room in ROOMS:
                yield f"{room}:{pattern.name}", pattern
        else:
            yield from routes(pattern, pattern.app_name or room)


def addresses(post, at):
    """Each route of readers with what belongs to the post in the place of its variables."""
    values = values_for(post, at)
    for name, pattern in routes(get_resolver()):
        if name in {*OTHERS, PICTURE}:
            continue
        wanted = {key: values[key] for key in pattern.pattern.converters}
        address = reverse(name, kwargs=wanted)
        yield address
        if "search" in name:
            yield f"{address}?q=rises"
        if "algebra" in name:
            yield f"{address}?tags=zeppelins"
    for file in (post.picture.file, *post.picture.copies):
        yield f"/media/{file}"


def telling(client, post, at):
    """The addresses that say anything of the post, or show its picture."""
    told = []
    for address in addresses(post, at):
        answer = client.get(address)
        text = b"".join(answer.streaming_content) if answer.streaming else answer.content
        page = text.decode(errors="replace")
        is_picture = answer.status_code == 200 and answer["Content-Type"].startswith("image/")
        if is_picture or SECRET in page or post.slug in page or post.picture.name in page:
            told.append(address)
    return told


def test_no_address_tells_before_and_all_that_list_it_do_after(embargoed, client):
    at = embargoed.published_at.astimezone(embargoed.publication.zone)
    assert telling(client, embargoed, at) == []
    with time_machine.travel(embargoed.published_at + timedelta(seconds=1), tick=False):
        publish_due_posts(timestamp=0)
        told = telling(client, Post.objects.get(pk=embargoed.pk), at)
    assert {
        "/en/",
        "/en/posts/world/quicksilver-rises/",
        "/en/tags/zeppelins/",
        "/en/index.xml",
        "/en/atom.xml",
        "/en/feed.json",
        "/en/search/?q=rises",
        "/news-sitemap.xml",
        embargoed.picture.get_absolute_url(),
    } <= set(told)


def test_a_preview_needs_its_signed_link(embargoed, client):
    link = open_preview(embargoed, timezone.now() + timedelta(minutes=5), by=None)
    assert SECRET in client.get(reverse("posts:preview", args=[link.token])).content.decode()
    guessed = reverse("posts:preview", args=["0" * len(link.token)])
    assert client.get(guessed).status_code == 404
