"""The keys under which `edge` stamps what posts change: one a list that shows them.

A list's key is its decoded path without the slashes at its ends (`en/tags/中美关系`); that of all
languages together is `all` (`edge.keys`). A month of a list has its own: `en/tags/ai 2026-04`.
So the pages of the archive need none: `en 2026-04` tells of a month, `en` of what shows several.
"""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from edge.keys import EVERYTHING, list_key, name_key
from publication.keys import publication_key
from publication.known import known

from .models import Correction, Post

__all__ = [
    "EVERYTHING",
    "corrections_key",
    "frame_keys",
    "keys_of",
    "lead_key",
    "list_key",
    "month_key",
    "month_of",
    "publication_key",
]


def frame_keys(key: str, language: str) -> frozenset[str]:
    """Of what the list at a key says besides its posts: its name, and whose it is.

    `language` is "" for the list of all languages. Publishers have one name in all of them.
    """
    _language, _slash, rest = key.partition("/")
    return frozenset({publication_key(language), name_key(key), name_key(rest)})


def corrections_key(language: str) -> str:
    """Of the corrections of a language's posts. They have no months."""
    return f"{language}/corrections"


def month_key(key: str, month: str) -> str:
    """Of a month (`2026-04`) of a list."""
    return f"{key} {month}"


def lead_key(language: str) -> str:
    """Of what leads the front page of a language."""
    return f"{language} lead"


def month_of(post: Post, zone: ZoneInfo) -> str:
    """The month in which a post came out: `2026-04`."""
    if post.published_at is None:
        raise ValueError("A post without a date is in no month.")
    return f"{post.published_at.astimezone(zone):%Y-%m}"


def keys_of(post: Post) -> frozenset[str]:
    """Every list that a public post is on, and each one's month.

    A list's months are those of its publication's zone; what holds all languages keeps the zone of
    the first publication (`feeds.scope.everything`).
    """
    month = month_of(post, post.publication.zone)
    keys = set(_lists(post))
    months = {month_key(key, month) for key in keys}
    first = next(iter(known()), post.publication)
    everything = {EVERYTHING, month_key(EVERYTHING, month_of(post, first.zone))}
    if Correction.objects.filter(post=post).exists():
        keys.add(corrections_key(post.publication_id))
    return frozenset(keys | months | everything)


def _lists(post: Post) -> Iterator[str]:
    language = post.publication_id
    yield from (language, f"{language}/posts")
    if post.section is not None:
        yield f"{language}/posts/{post.section.slug}"
    for slug in post.filed.values_list("category__slug", flat=True):
        yield f"{language}/categories/{slug}"
    for slug in post.tagged.values_list("tag__slug", flat=True):
        yield f"{language}/tags/{slug}"
    for slug in post.authorships.values_list("author__slug", flat=True):
        yield f"{language}/authors/{slug}"
    for slug in post.citations.values_list("publisher__slug", flat=True):
        yield f"{language}/sources/{slug}"
