"""The publishers of many citations, found and made in a few queries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Final, Self

from django.db import connection
from django.utils.text import slugify

from .domains import candidates, domain_of
from .models import Publisher, PublisherDomain

# By name in any case, or by a label as written; one that stands before one that was merged.
_NAMED: Final = """
SELECT asked.name, found.id, found.merged_into_id
FROM unnest(%s::text[]) AS asked (name)
JOIN sources_publisher AS found ON upper(found.name) = upper(asked.name)
UNION
SELECT label, found.id, found.merged_into_id
FROM sources_publisher AS found, unnest(found.labels) AS label
WHERE found.labels && %s::varchar[] AND label = ANY(%s)
"""


@dataclass(slots=True)
class Cited:
    """What is known of the publishers of some citations, and those that are still to be made."""

    by_domain: dict[str, Publisher] = field(default_factory=dict)
    by_name: dict[str, Publisher] = field(default_factory=dict)
    # By its name in capitals, as the database compares them.
    made: dict[str, Publisher] = field(default_factory=dict)
    domains: list[PublisherDomain] = field(default_factory=list)

    @classmethod
    def read(cls, cited: Iterable[tuple[str, str]]) -> Self:
        pairs = list(cited)
        domains = {one for url, _name in pairs for one in candidates(domain_of(url))}
        rows = PublisherDomain.objects.filter(domain__in=domains).select_related("publisher")
        known = cls(by_domain={row.domain: row.publisher for row in rows})
        known._read_names(sorted({name for _url, name in pairs}))
        return known

    def publisher_of(self, url: str, name: str) -> Publisher:
        """The publisher of a citation, unsaved where there is none yet."""
        above = candidates(domain_of(url))
        publisher = next((self.by_domain[one] for one in above if one in self.by_domain), None)
        if publisher is None:
            publisher = self.by_name.get(name) or self.made.get(name.upper())
        if publisher is None:
            publisher = self.made[name.upper()] = Publisher(name=name)
        if above and above[0] not in self.by_domain:
            self.by_domain[above[0]] = publisher
            self.domains.append(PublisherDomain(domain=above[0], publisher=publisher))
        return publisher

    def store(self) -> None:
        """Make the publishers that were missing, and remember the domains of all."""
        missing = list(self.made.values())
        if missing:
            for publisher, slug in zip(missing, _free_slugs(missing), strict=True):
                publisher.slug = slug
            # In one order, and no key of another's: two who make the same ones take turns.
            names = sorted(missing, key=lambda row: row.name)
            Publisher.objects.bulk_create(names, ignore_conflicts=True)
            found = Publisher.objects.filter(name__in=[row.name for row in missing])
            keys = dict(found.values_list("name", "pk"))
            for publisher in missing:
                publisher.pk = keys[publisher.name]
        if self.domains:
            for row in self.domains:
                row.publisher_id = row.publisher.pk
            rows = sorted(self.domains, key=lambda row: row.domain)
            PublisherDomain.objects.bulk_create(rows, ignore_conflicts=True)

    def _read_names(self, names: list[str]) -> None:
        if not names:
            return
        with connection.cursor() as cursor:
            cursor.execute(_NAMED, [names, names, names])
            rows = sorted(cursor.fetchall(), key=lambda row: (row[2] is not None, row[1]))
        heirs = {name: heir or pk for name, pk, heir in reversed(rows)}
        publishers = Publisher.objects.in_bulk(set(heirs.values()))
        self.by_name = {name: publishers[pk] for name, pk in heirs.items()}


def slug_for(name: str) -> str:
    """The address of a publisher of that name, as long as nobody else has it."""
    return slugify(name, allow_unicode=True) or "publisher"


def _free_slugs(publishers: Sequence[Publisher]) -> list[str]:
    """Addresses for new publishers: two names may urlise alike (`A&B`, `AB`)."""
    wanted = [slug_for(publisher.name) for publisher in publishers]
    asked = {numbered for slug in wanted for numbered in _numbered(slug, 10)}
    taken = set(Publisher.objects.filter(slug__in=asked).values_list("slug", flat=True))
    free = []
    for slug in wanted:
        if taken.issuperset(_numbered(slug, 10)):
            more = Publisher.objects.filter(slug__startswith=slug)
            taken.update(more.values_list("slug", flat=True))
        free.append(next(one for one in _numbered(slug) if one not in taken))
        taken.add(free[-1])
    return free


def _numbered(slug: str, most: int | None = None) -> Iterable[str]:
    numbers = count(1) if most is None else range(1, most + 1)
    return (slug if number == 1 else f"{slug}-{number}" for number in numbers)
