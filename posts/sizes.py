"""How many posts lists hold, counted once after each change of a list, and kept.

Counting 100,000 rows for each page would cost more than all else on it. A size is kept with the
stamp that its list had (`edge.stamps`), which was read before the posts were counted: what changes
meanwhile gives the list another stamp, and the size is no longer believed.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, Concat
from django.utils import timezone

from edge.models import Stamp
from edge.stamps import age_of
from edge.validators import EPOCH
from taxonomy.keys import terms_key
from taxonomy.models import Category, Tag

from .models import ListSize, Post
from .models.queryset import PostQuerySet

# How posts are joined with terms.
_JOINED: Final = {Tag: "tagged__tag", Category: "filed__category"}


@dataclass(frozen=True, slots=True)
class Size:
    """The number of a list's posts, and when the oldest came out."""

    total: int
    since: datetime | None


EMPTY: Final = Size(0, None)


def size_of(posts: PostQuerySet, key: str, language: str) -> Size:
    """The size of the list at a key, of public posts of a language. One query, if it is kept."""
    asked = ListSize.objects.filter(key=key).annotate(now=_stamp_of(OuterRef("key")))
    kept = asked.filter(_holds()).first()
    if kept is not None and kept.stamp == kept.now:
        return Size(kept.total, kept.since)
    stamp = age_of([key]).changed_at or EPOCH
    size = counted(posts)
    _keep({key: (stamp, size)}, language)
    return size


def counted(posts: PostQuerySet) -> Size:
    """The size of any list, counted now."""
    found = posts.order_by().aggregate(total=Count("pk"), since=Min("published_at"))
    return Size(found["total"], found["since"])


def with_post_counts[T: (Tag, Category)](terms: QuerySet[T], language: str) -> QuerySet[T]:
    """The terms of a language that have public posts, each with its `post_count`.

    Looks first for those whose lists changed, and counts them.
    """
    own = terms.filter(language=language)
    index = Value(f"{terms_key(terms.model, language)}/")
    kept = ListSize.objects.filter(key=Concat(index, OuterRef("slug")))
    dated = own.annotate(key=Concat(index, "slug"), now=_stamp_of(Concat(index, OuterRef("slug"))))
    _count_anew(dated.exclude(Exists(kept.filter(_holds(), stamp=OuterRef("now")))), language)
    return own.annotate(post_count=Subquery(kept.values("total"))).filter(post_count__gt=0)


def _count_anew(changed: QuerySet[Any], language: str) -> None:
    """Count the posts of terms, annotated with their `key` and its stamp `now`."""
    found = {pk: (key, stamp) for pk, key, stamp in changed.values_list("pk", "key", "now")}
    if not found:
        return
    joined = _JOINED[changed.model]
    posts = Post.objects.published(language).filter(**{f"{joined}__in": found}).order_by()
    rows = posts.values_list(joined).annotate(total=Count("pk"), since=Min("published_at"))
    sizes = {pk: Size(total, since) for pk, total, since in rows}
    _keep({key: (at, sizes.get(pk, EMPTY)) for pk, (key, at) in found.items()}, language)


def _keep(sizes: dict[str, tuple[datetime, Size]], language: str) -> None:
    """Keep what was counted, in the order of keys: two that keep the same never wait in a ring."""
    until = Post.objects.ahead(language).aggregate(first=Min("published_at"))["first"]
    ListSize.objects.bulk_create(
        [
            ListSize(key=key, stamp=stamp, until=until, total=size.total, since=size.since)
            for key, (stamp, size) in sorted(sizes.items())
        ],
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=["stamp", "until", "total", "since"],
    )


def _holds() -> Q:
    return Q(until=None) | Q(until__gt=timezone.now())


def _stamp_of(key: Combinable) -> Coalesce:
    """The stamp of a key in a query; of what was never stamped, one of its own."""
    return Coalesce(Subquery(Stamp.objects.filter(key=key).values("changed_at")), Value(EPOCH))
