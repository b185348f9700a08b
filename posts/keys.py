"""The keys under which `edge` stamps what posts change: one a list that shows them.

A list's key is its decoded path without the slashes at its ends (`en/tags/中美关系`); that of all
languages together is `all` (`edge.keys`). A month of a list has its own: `en/tags/ai 2026-04`.
So the pages of the archive need none: `en 2026-04` tells of a month, `en` of what shows several.
"""

from collections.abc import Collection
from zoneinfo import ZoneInfo

from django.db.models import Model

from edge.keys import EVERYTHING, list_key, name_key
from publication.keys import publication_key
from publication.known import known

from .models import Authorship, Citation, Correction, FiledPost, Post, TaggedPost

__all__ = [
    "EVERYTHING",
    "corrections_key",
    "frame_keys",
    "keys_of",
    "keys_of_all",
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
    return keys_of_all([post])[post.pk]


def keys_of_all(posts: Collection[Post]) -> dict[int, frozenset[str]]:
    """Those of each post, by its pk, in as many queries as for one."""
    if not posts:
        return {}
    lists = _lists(posts)
    corrected = set(Correction.objects.filter(post__in=posts).values_list("post", flat=True))
    first = next(iter(known()), None)
    return {
        post.pk: _with_months(
            post,
            lists[post.pk],
            (first or post.publication).zone,
            {corrections_key(post.publication_id)} if post.pk in corrected else set(),
        )
        for post in posts
    }


def _with_months(
    post: Post, lists: set[str], first: ZoneInfo, monthless: set[str]
) -> frozenset[str]:
    month = month_of(post, post.publication.zone)
    months = {month_key(key, month) for key in lists}
    everything = {EVERYTHING, month_key(EVERYTHING, month_of(post, first))}
    return frozenset(lists | months | everything | monthless)


def _lists(posts: Collection[Post]) -> dict[int, set[str]]:
    lists: dict[int, set[str]] = {}
    for post in posts:
        lists[post.pk] = {post.language, f"{post.language}/posts"}
        if post.section is not None:
            lists[post.pk].add(f"{post.language}/posts/{post.section.slug}")
    # Where each kind of list is, and who is on it: the rows, their post, the list's slug.
    joined: tuple[tuple[str, type[Model], str, str], ...] = (
        ("categories", FiledPost, "post", "category__slug"),
        ("tags", TaggedPost, "content_object", "tag__slug"),
        ("authors", Authorship, "post", "author__slug"),
        ("sources", Citation, "post", "publisher__slug"),
    )
    languages = {post.pk: post.language for post in posts}
    for folder, model, post_field, slug_field in joined:
        rows = model._default_manager.filter(**{f"{post_field}__in": list(lists)}).order_by()
        for pk, slug in rows.values_list(post_field, slug_field):
            lists[pk].add(f"{languages[pk]}/{folder}/{slug}")
    return lists
