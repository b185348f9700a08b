"""What somebody may have meant by a name that nothing has."""

from difflib import get_close_matches
from typing import Any, Final

from django.db.models import Q, QuerySet
from django.db.models.functions import Length
from django.utils.translation import gettext as _

from sources.models import Publisher
from taxonomy.models import Category, Tag

SUGGESTIONS: Final = 3
# Names beyond these get none: looking for what is alike costs something.
LOOKED_UP: Final = 4
_CANDIDATES: Final = 300
_LONGER_OR_SHORTER: Final = 3


def suggestions(
    unknown: tuple[tuple[str, str], ...], language: str
) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """(parameter, name, what is called alike: (slug, title)) for each unknown (parameter, name)."""
    return [
        (parameter, name, nearest(parameter, name, language) if number < LOOKED_UP else [])
        for number, (parameter, name) in enumerate(unknown)
    ]


def nearest(parameter: str, name: str, language: str) -> list[tuple[str, str]]:
    """The slug and title of what is called most like a name, the likest first."""
    rows: QuerySet[Any]
    if parameter == "source":
        rows, title = Publisher.objects.standing(), "name"
    elif parameter == "category":
        rows, title = Category.objects.filter(language=language), "title"
    else:
        rows, title = Tag.objects.filter(language=language), "title"
    span = (len(name) - _LONGER_OR_SHORTER, len(name) + _LONGER_OR_SHORTER)
    alike = Q(slug__startswith=name[:1], length__range=span)
    within = Q(slug__contains=name) | Q(**{f"{title}__icontains": name})
    candidates = rows.annotate(length=Length("slug")).filter(alike | within).order_by("length")
    titles = dict(candidates.values_list("slug", title)[:_CANDIDATES])
    close = get_close_matches(name, titles, n=SUGGESTIONS, cutoff=0.6)
    holding = [slug for slug in titles if name in slug and slug not in close]
    return [(slug, titles[slug]) for slug in [*close, *holding][:SUGGESTIONS]]


def unknown_sentence(parameter: str, name: str, alike: list[str]) -> str:
    """Say that nothing is called so, and what is called alike."""
    sentences = {
        "category": _("There is no category “%(name)s”."),
        "source": _("There is no source “%(name)s”."),
    }
    said = sentences.get(parameter, _("There is no tag “%(name)s”.")) % {"name": name[:100]}
    if alike:
        said += " " + _("Similar: %(names)s.") % {"names": ", ".join(alike)}
    return said
