"""What a feed says of a post that its row does not hold as such."""

from django.utils import translation
from django.utils.translation import pgettext

from publication.addresses import absolute
from safeguards.links import absolute_links
from safeguards.text import plain_text

from .correction_text import notes_below
from .models import Citation, Post
from .sources_line import SourceRef, join

STANDFIRST_LENGTH = 300


def sources_lead(locale: str) -> str:
    """What begins the line of sources in a language: `Source: `."""
    with translation.override(locale):
        return pgettext("begins the line of sources under an entry of a feed", "Source: ")


def content_with_sources(post: Post, notes: str = "") -> str:
    """The body as feeds carry it: with `notes` below it, and the line of its sources at the end.

    Of an imported post it is the body as it was published.
    """
    body = f"{post.body}{notes}"
    refs = [
        SourceRef(label=row.label, url=row.url)
        for row in post.citations.all()
        if row.role == Citation.Role.SOURCE
    ]
    return join(body, refs, sources_lead(post.publication.locale)) if refs else body


def standfirst(post: Post) -> str:
    """The summary, or else how the text begins."""
    if post.summary:
        return post.summary
    text = plain_text(post.body)
    if len(text) <= STANDFIRST_LENGTH:
        return text
    cut = text[:STANDFIRST_LENGTH]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut) + "…"


def feed_content(post: Post) -> str:
    """The body for feeds: with what was put right, with its sources, and with every link absolute.

    Those within it too: readers rewrite ids and show entries under their own addresses. The post is
    one of `for_syndication`.
    """
    address = absolute(post.get_absolute_url())
    return absolute_links(content_with_sources(post, notes_below(post)), address, fragments=True)
