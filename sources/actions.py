"""How publishers come to be, cited once and known from then on, and how they change."""

from collections.abc import Collection

from django.db import transaction

from edge.keys import name_key
from edge.stamps import touch

from .cited import Cited, slug_for
from .domains import candidates, domain_of
from .models import Publisher, PublisherDomain


@transaction.atomic
def ensure_publisher(url: str, name: str) -> Publisher:
    """The publisher of a citation, made when it is cited for the first time.

    `url` may be ""; its domain is remembered, so that `BBC` at bbc.com and at bbc.co.uk is one.
    """
    name = name.strip()
    publisher = Publisher.objects.known_by(url, name)
    if publisher is None:
        publisher, _created = Publisher.objects.get_or_create(
            name=name, defaults={"slug": _free_slug(name)}
        )
    domain = domain_of(url)
    if candidates(domain):
        PublisherDomain.objects.get_or_create(domain=domain, defaults={"publisher": publisher})
    return publisher


@transaction.atomic
def ensure_publishers(cited: Collection[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """The keys of the publishers of many citations: (url, name) pairs, in their order.

    As `ensure_publisher` does one after the other, in as many queries as for one.
    """
    pairs = [(url, name.strip()) for url, name in cited]
    known = Cited.read(pairs)
    found = {pair: known.publisher_of(*pair) for pair in dict.fromkeys(pairs)}
    known.store()
    return {(url, name): found[url, name.strip()].pk for url, name in cited}


@transaction.atomic
def save_publisher(publisher: Publisher) -> None:
    """Store a publisher: the list of what cites it bears its name, in each language."""
    publisher.save()
    touch_publisher(publisher)


def touch_publisher(publisher: Publisher) -> None:
    """Stamp what a page says of a publisher: its names, and where it publishes."""
    touch([name_key(f"sources/{publisher.slug}")])


def _free_slug(name: str) -> str:
    """An address for a new publisher: two names may urlise alike (`A&B`, `AB`)."""
    slug = slug_for(name)
    taken = set(Publisher.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    number = 2
    free = slug
    while free in taken:
        free = f"{slug}-{number}"
        number += 1
    return free
