"""What to read after a post: what shares its subjects and its sources, the fresh first."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import QuerySet, Value
from django.db.models.fields import CharField

from .models import Citation, Post
from .models.queryset import PostQuerySet

# How many subjects and sources of a post are looked at, and how many posts of each: that bounds
# the work however many posts there are.
TAGS = 6
PUBLISHERS = 5
NEWEST = 20

RELATED = 3
TIMELINE = 5

# A subject in common says more than a source in common.
TAG_WEIGHT = 2
PUBLISHER_WEIGHT = 1

_MAIN = "main"


@dataclass(frozen=True, slots=True)
class Further:
    """The nearest posts, and the newest others on the main tag of a post."""

    related: list[Post] = field(default_factory=list)
    timeline: list[Post] = field(default_factory=list)


def further_reading(post: Post) -> Further:
    """What stands below a post, in its language; no post twice. Three queries.

    Needs `tagged` and `citations`, which the page of a post has loaded.
    """
    rows = _candidates(post)
    score: dict[int, int] = defaultdict(int)
    dates: dict[int, datetime] = {}
    on_main = []
    for pk, date, kind in rows:
        dates[pk] = date
        score[pk] += PUBLISHER_WEIGHT if kind == "publisher" else TAG_WEIGHT
        if kind == _MAIN:
            on_main.append(pk)
    # A single source in common is chance: half of what a desk writes cites the same agencies.
    near = [pk for pk, points in score.items() if points >= TAG_WEIGHT]
    near.sort(key=lambda pk: (score[pk], dates[pk]), reverse=True)
    related = near[:RELATED]
    timeline = sorted(set(on_main) - set(related), key=dates.__getitem__, reverse=True)[:TIMELINE]
    if not related:
        return Further()
    shown = Post.objects.published(post.language).filter(pk__in=[*related, *timeline])
    listed = shown.for_listing().prefetch_related(None).prefetch_related("citations")
    posts = {it.pk: it for it in listed}
    return Further(_in_order(related, posts), _in_order(timeline, posts))


def _candidates(post: Post) -> Iterable[tuple[int, datetime, str]]:
    """(pk, date, what is shared) of the newest posts for each subject and source of a post."""
    public = Post.objects.published(post.language).exclude(pk=post.pk)
    tags = [row.tag for row in post.tagged.all()][:TAGS]
    cited = [row.publisher for row in post.citations.all() if row.role == Citation.Role.SOURCE]
    publishers = list(dict.fromkeys(cited))[:PUBLISHERS]
    parts = [_newest(public.tagged(tag), "tag" if at else _MAIN) for at, tag in enumerate(tags)]
    parts += [_newest(public.citing(publisher), "publisher") for publisher in publishers]
    if not parts:
        return []
    first, *others = parts
    return list(first.union(*others, all=True) if others else first)


def _newest(posts: PostQuerySet, kind: str) -> QuerySet[Any, tuple[int, datetime, str]]:
    labelled: QuerySet[Any, Any] = posts.annotate(kind=Value(kind, CharField()))
    return labelled.values_list("pk", "published_at", "kind")[:NEWEST]


def _in_order(wanted: list[int], posts: dict[int, Post]) -> list[Post]:
    # One that was taken back between the queries is left out.
    return [posts[pk] for pk in wanted if pk in posts]
