"""On how many independent publishers a post rests: each counts once, however often it is cited.

A `via` led to a source and is none itself.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from posts.content import CitationContent
from posts.models import Citation
from sources.domains import candidates, domain_of
from sources.models import Publisher, PublisherDomain
from sources.web_address import piece_at


def independent(cited: Iterable[tuple[Hashable, str]]) -> int:
    """How many publishers there are among pairs of publisher and role."""
    return len({publisher for publisher, role in cited if role == Citation.Role.SOURCE})


@dataclass(frozen=True, slots=True)
class Weight:
    """What rows amount to. `repeated`: by the place of a row, that of the first of its address."""

    sources: int
    publishers: int
    repeated: dict[int, int]

    @property
    def sentence(self) -> str:
        """As an editor reads it: “4 sources from 3 independent publishers”."""
        if not self.sources:
            return _("No source is named yet.")
        sources = ngettext("%(n)s source", "%(n)s sources", self.sources) % {"n": self.sources}
        publishers = ngettext(
            "%(n)s independent publisher", "%(n)s independent publishers", self.publishers
        ) % {"n": self.publishers}
        return _("%(sources)s from %(publishers)s") % {"sources": sources, "publishers": publishers}

    def remark(self, place: int) -> str:
        """What is to be said beside a row, "" for nothing."""
        if place not in self.repeated:
            return ""
        return _("This address is cited above already, as source %(number)s.") % {
            "number": self.repeated[place] + 1
        }


def weigh(rows: Sequence[CitationContent]) -> Weight:
    """Weigh rows as saving them would find their publishers. Two queries, none if all are known.

    Rows without a label and without an address count for nothing, and stay in the numbering.
    """
    named = [(row, place) for place, row in enumerate(rows) if row.label or row.url]
    publishers = _publishers([row for row, _place in named])
    cited = [
        (publisher, row.role) for publisher, (row, _place) in zip(publishers, named, strict=True)
    ]
    first: dict[str, int] = {}
    repeated: dict[int, int] = {}
    for row, place in named:
        piece = piece_at(row.url)
        if piece and first.setdefault(piece, place) != place:
            repeated[place] = first[piece]
    sources = sum(role == Citation.Role.SOURCE for _publisher, role in cited)
    return Weight(sources, independent(cited), repeated)


def _publishers(rows: Sequence[CitationContent]) -> list[Hashable]:
    """Whose each row is: a key, or a name or domain of one that is yet to be made.

    The same as `sources.actions.ensure_publisher` would find, one after the other.
    """
    sought = [row for row in rows if row.publisher is None]
    by_domain: dict[str, Hashable] = dict(_known_domains(sought))
    by_name: dict[str, Hashable] = dict(_known_names(sought))
    found: list[Hashable] = []
    for row in rows:
        above = candidates(domain_of(row.url))
        name = row.label.strip().casefold()
        publisher: Hashable = row.publisher
        if publisher is None:
            publisher = next((by_domain[it] for it in above if it in by_domain), by_name.get(name))
        if publisher is None:
            publisher = ("new", name or (above[0] if above else piece_at(row.url)))
        if name:
            by_name.setdefault(name, publisher)
        if above:
            by_domain.setdefault(above[0], publisher)
        found.append(publisher)
    return found


def _known_domains(rows: Sequence[CitationContent]) -> Iterable[tuple[str, int]]:
    domains = {domain for row in rows for domain in candidates(domain_of(row.url))}
    known = PublisherDomain.objects.filter(domain__in=domains)
    return known.values_list("domain", "publisher") if domains else ()


def _known_names(rows: Sequence[CitationContent]) -> Iterable[tuple[str, int]]:
    names = {row.label.strip() for row in rows} - {""}
    if not names:
        return
    called = reduce(or_, (Q(name__iexact=name) for name in names)) | Q(labels__overlap=list(names))
    rows_found = Publisher.objects.filter(called).values_list("pk", "merged_into", "name", "labels")
    for pk, heir, name, labels in rows_found:
        for label in (name, *labels):
            yield label.casefold(), heir or pk
