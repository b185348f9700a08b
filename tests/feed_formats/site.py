"""Every feed of a site, and one post that holds everything that may be in a body."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from feeds.formats import FORMATS, Format
from posts.models import Author, Post
from publication.models import Publication
from safeguards.policy import ELEMENTS, GLOBAL_ATTRIBUTES, VOID
from sources.models import Publisher
from taxonomy.models import Category, Tag
from tests.feed_formats.reading import hrefs, json_feed, xml

VALUES = {
    "src": "https://www.youtube.com/embed/x?a=1&amp;b=2",
    "href": "/relative/?a=1&amp;b=2#top",
    "cite": "https://quoted.example/",
    "poster": "/poster.jpg",
    "id": "part",
    "class": "footnotes",
    "lang": "zh",
    "dir": "ltr",
    "role": "doc-note",
    "datetime": "2026-04-26T06:00:00Z",
    "hreflang": "zh",
    "align": "right",
    "valign": "top",
    "rel": "nofollow",
    "scope": "col",
    "type": "checkbox",
    "allow": "autoplay; fullscreen",
    "preload": "none",
    "loading": "lazy",
    "decoding": "async",
    "referrerpolicy": "no-referrer",
    "kind": "subtitles",
    "srclang": "zh",
}


def body_with_everything() -> str:
    """Each element of the policy with each of its attributes."""
    return "".join(map(_element, ELEMENTS))


def _element(name: str) -> str:
    attributes = "".join(
        f' {attribute}="{VALUES.get(attribute, "1")}"'
        for attribute in sorted(ELEMENTS[name] | GLOBAL_ATTRIBUTES)
    )
    return f"<{name}{attributes}>" + ("" if name in VOID else f"{name} &amp; ]]&gt; 文</{name}>")


def pages() -> list[str]:
    """The path of every page that has feeds."""
    found = ["/"]
    for publication in Publication.objects.all():
        found += [f"/{publication.code}/{list_}" for list_ in ("", "posts/", "corrections/")]
        found += [f"/{publication.code}/authors/{row.slug}/" for row in Author.objects.all()]
        found += [f"/{publication.code}/sources/{row.slug}/" for row in Publisher.objects.all()]
    for category in Category.objects.all():
        found.append(category.get_absolute_url())
    for post in Post.objects.published().select_related("section"):
        found.append(post.get_absolute_url().rpartition(post.slug)[0] or "/")
    found += [tag.get_absolute_url() for tag in Tag.objects.all()]
    return sorted({path for path in found if path.endswith("/")})


def feeds(client, form: type[Format]) -> Iterator[str]:
    """The path of every feed in a format, and of every archive that they lead to."""
    waiting = [f"{page}{form.file}" for page in pages()]
    seen = set(waiting)
    while waiting:
        path = waiting.pop()
        yield path
        for address in _older(client, path, form):
            older = urlsplit(address).path
            if older not in seen:
                seen.add(older)
                waiting.append(older)


def _older(client, path: str, form: type[Format]) -> list[str]:
    if form.name == "JSON Feed":
        feed = json_feed(client, path)
        return [feed["next_url"]] if "next_url" in feed else []
    root = xml(client, path)
    channel = root.find("channel")
    return hrefs(root if channel is None else channel, "prev-archive")


def form_named(name: str) -> type[Format]:
    """A format by its name for people."""
    return next(form for form in FORMATS if form.name == name)
