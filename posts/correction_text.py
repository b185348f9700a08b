"""A correction as feeds carry it: HTML made of its plain text."""

from datetime import datetime

from django.utils import translation
from django.utils.formats import date_format
from django.utils.html import escape, linebreaks
from django.utils.translation import pgettext

from .models import Post


def paragraphs(text: str) -> str:
    """Plain text as HTML: an empty line ends a paragraph, any other line end is a break."""
    return linebreaks(text, autoescape=True)


def notes_below(post: Post) -> str:
    """What is said below the body of a post of what was put right in it; "" where nothing was.

    It needs the `notes` of `for_syndication`, and is in the post's language.
    """
    notes: list[dict[str, str]] = post.notes  # type: ignore[attr-defined]
    if not notes:
        return ""
    with translation.override(post.publication.locale):
        return "".join(f"\n{_dated(post, **note)}" for note in notes)


def _dated(post: Post, at: str, text: str) -> str:
    local = datetime.fromisoformat(at).astimezone(post.publication.zone)
    date = date_format(local, pgettext("date format", "j F Y"))
    lead = pgettext("begins a correction under an entry of a feed", "Correction, %(date)s: ")
    return paragraphs(text).replace(
        "<p>", f"<p><strong>{escape(lead % {'date': date})}</strong>", 1
    )
