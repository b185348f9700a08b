"""The keys under which `edge` stamps what posts change: one a list that shows them.

A list's key is its decoded path without the slashes at its ends (`en/tags/中美关系`); that of all
languages together is `all`. A month of a list has its own: `en/tags/ai 2026-04`.
"""

from collections.abc import Iterator

from .models import Post

EVERYTHING = "all"


def publication_key(code: str) -> str:
    """Of what a publication says of itself wherever it is named."""
    return f"publication {code}"


def list_key(path: str) -> str:
    """Of the list at a decoded path: `/en/tags/ai/`."""
    return path.strip("/") or EVERYTHING


def month_key(key: str, month: str) -> str:
    """Of a month (`2026-04`) of a list."""
    return f"{key} {month}"


def month_of(post: Post) -> str:
    """The month in which a post came out, in its publication's zone: `2026-04`."""
    if post.published_at is None:
        raise ValueError("A post without a date is in no month.")
    return f"{post.published_at.astimezone(post.publication.zone):%Y-%m}"


def keys_of(post: Post) -> frozenset[str]:
    """Every list that a public post is on, and each one's month."""
    month = month_of(post)
    keys = set(_lists(post))
    return frozenset({*keys, *(month_key(key, month) for key in keys)})


def _lists(post: Post) -> Iterator[str]:
    language = post.publication_id
    yield from (EVERYTHING, language, f"{language}/posts")
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
