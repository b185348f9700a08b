"""What the search form says: read from an address, and written into one."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from publication.models import Publication
from taxonomy.models import Category, Tag
from taxonomy.slugs import NoAddressError, slugify_term

from .find import Bounds
from .query import Query, parse

ALL: Final = "all"
FIELDS: Final = ("q", "section", "tag", "language", "from", "to")
_DATE: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A search as it was asked for. `typed` is what stands in each field, right or wrong.

    `problems` says of fields what is wrong with them.
    """

    typed: Mapping[str, str]
    query: Query
    languages: list[str]
    bounds: Bounds
    problems: dict[str, str] = field(default_factory=dict)

    @property
    def narrowed(self) -> bool:
        """Whether anything but words was chosen."""
        return any(self.typed[name] for name in FIELDS[1:])

    def encoded(self, **others: str) -> str:
        """The query of its address, with other values for some fields: `q=trade&tag=ai`."""
        values = {**self.typed, **others}
        return urlencode([(name, value) for name, value in values.items() if value])


def read(given: QueryDict, publications: list[Publication], here: Publication) -> Asked:
    """Read the form. Whatever was typed is kept."""
    typed = {name: _storable(given.get(name, "")).strip() for name in FIELDS}
    problems: dict[str, str] = {}
    codes = [row.code for row in publications]
    languages = [here.code]
    if typed["language"] == ALL:
        languages = codes
    elif typed["language"] in codes:
        languages = [typed["language"]]
    elif typed["language"]:
        problems["language"] = _("There is no language “%(name)s” here.") % _named(
            typed["language"]
        )
    days = {name: _day(name, typed[name], problems) for name in ("from", "to")}
    if days["from"] and days["to"] and days["from"] > days["to"]:
        problems["to"] = _("The last day is before the first.")
    last = days["to"]
    return Asked(
        typed=typed,
        query=parse(typed["q"]),
        languages=languages,
        bounds=Bounds(
            sections=_sections(typed["section"], languages, problems),
            tags=_tags(typed["tag"], languages, problems),
            start=_midnight(days["from"]),
            before=_midnight(last, after=1),
        ),
        problems=problems,
    )


def _storable(text: str) -> str:
    """PostgreSQL knows no NUL, not even to say that nothing is called so."""
    return text.replace("\0", "\ufffd")


def _named(name: str) -> dict[str, str]:
    return {"name": name[:100]}


def _day(name: str, text: str, problems: dict[str, str]) -> datetime.date | None:
    if not text:
        return None
    try:
        parts = _DATE.fullmatch(text)
        day = datetime.date(*map(int, parts.groups())) if parts else None
    except ValueError:
        day = None
    # Midnights of other zones must be in the calendar too.
    if day is None or not 1 < day.year < 9999:
        problems[name] = _("“%(name)s” is no date. Write it like 2026-04-26.") % _named(text)
        return None
    return day


def _midnight(day: datetime.date | None, after: int = 0) -> datetime.datetime | None:
    """When a day begins in the publication's zone."""
    if day is None:
        return None
    moment = datetime.datetime.combine(day + datetime.timedelta(days=after), datetime.time())
    return timezone.make_aware(moment)


def _sections(slug: str, languages: list[str], problems: dict[str, str]) -> list[int] | None:
    if not slug:
        return None
    found = Category.every.filter(language__in=languages, slug=slug)
    ids = _real(found)
    if not ids:
        problems["section"] = _("There is no section “%(name)s”.") % _named(slug)
    return ids


def _tags(label: str, languages: list[str], problems: dict[str, str]) -> list[int] | None:
    if not label:
        return None
    try:
        slug = slugify_term(label)
    except NoAddressError:
        slug = label
    found = Tag.every.filter(Q(slug=slug) | Q(title__iexact=label), language__in=languages)
    ids = _real(found)
    if not ids:
        problems["tag"] = _("There is no tag “%(name)s”.") % _named(label)
    return ids


def _real(found: QuerySet[Any]) -> list[int]:
    """The keys of terms; in the place of a synonym's, that of the term that it stands for."""
    return list(found.order_by().values_list(Coalesce("merged_into", "pk"), flat=True).distinct())
