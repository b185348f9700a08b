"""Views into the table, and the posts that they are of."""

from collections import Counter
from collections.abc import Collection
from datetime import date

from django.db import connection

from posts.models import Post

from .address import Address

type Views = Counter[tuple[int, date]]
"""By a post's key and the day in its publication's zone."""

# Counts are added to what another batch may be storing at the same moment.
_ADD = """
INSERT INTO posts_dailyviews AS stored (post_id, day, views)
SELECT * FROM unnest(%s::bigint[], %s::date[], %s::integer[])
ON CONFLICT (post_id, day) DO UPDATE SET views = stored.views + excluded.views
"""


def posts_at(addresses: Collection[Address]) -> dict[Address, int]:
    """The keys of the posts at some addresses, published or withdrawn since. One query."""
    if not addresses:
        return {}
    languages, sections, slugs = (set(part) for part in zip(*addresses, strict=True))
    rows = Post.objects.filter(
        guid__isnull=False,
        publication_id__in=languages,
        section__slug__in=sections,
        slug__in=slugs,
    ).values_list("publication_id", "section__slug", "slug", "pk")
    found = {Address(str(language), section, slug): pk for language, section, slug, pk in rows}
    return {address: found[address] for address in addresses if address in found}


def add(views: Views) -> int:
    """Add views to those that are stored; how many that were."""
    if not views:
        return 0
    # In one order, so that two batches cannot wait for each other.
    rows = [(post, day, number) for (post, day), number in sorted(views.items())]
    with connection.cursor() as cursor:
        cursor.execute(_ADD, [list(column) for column in zip(*rows, strict=True)])
    return views.total()
