"""What rows of sources ask while an editor types: what is at an address, what they amount to."""

import json
from typing import Any, Final

from django.core.exceptions import BadRequest
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from posts.content import CitationContent
from posts.independence import weigh
from posts.usual_label import usual_label
from safeguards.text import xml_safe
from sources.lookup import look_up
from sources.models import Allowance, Publisher
from sources.web_address import piece_at, with_scheme

from .writers import require_writer

MOST_ROWS: Final = 200
_LONGEST_ADDRESS: Final = 2000


@require_POST
def look_up_source(request: HttpRequest) -> JsonResponse:
    """Publisher, headline and date of the page at `url`, as a post in `language` would cite it.

    All of it is plain text. `note` is a sentence where something is missing; what the address
    alone tells is there all the same.
    """
    require_writer(request)
    language = xml_safe(request.POST.get("language", ""))[:20]
    url = with_scheme(xml_safe(request.POST.get("url", "")))
    if not piece_at(url) or len(url) > _LONGEST_ADDRESS:
        return JsonResponse({"note": _("That is not an address.")}, status=400)
    label = usual_label(url, language)
    if not Allowance.take(_pk(request)):
        note = _("You have looked up many addresses. Wait a minute, or type what this one says.")
        return JsonResponse({"label": label, "note": note}, status=429)
    found = look_up(url, names=tuple({label, *_names(url)} - {""}))
    facts = found.facts
    # A short address leads to where the publisher is.
    label = label or usual_label(facts.address, language) or facts.site
    return JsonResponse(
        {
            "label": label,
            "headline": facts.headline,
            "date": facts.date.isoformat() if facts.date is not None else "",
            "address": facts.address,
            "note": found.note,
        }
    )


@require_POST
def weigh_sources(request: HttpRequest) -> JsonResponse:
    """What rows of sources amount to: a sentence, and what is to be said beside each of them."""
    require_writer(request)
    try:
        rows = json.loads(request.POST.get("rows", ""))
        typed = [_typed(row) for row in rows[:MOST_ROWS]]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise BadRequest from error
    weight = weigh(typed)
    remarks = [weight.remark(place) for place in range(len(typed))]
    return JsonResponse({"sentence": weight.sentence, "remarks": remarks})


def _typed(row: dict[str, Any]) -> CitationContent:
    label, url, role = (xml_safe(str(row[name])) for name in ("label", "url", "role"))
    return CitationContent(
        label=label[:300], url=with_scheme(url)[:_LONGEST_ADDRESS], role=role or "source"
    )


def _names(url: str) -> list[str]:
    publisher = Publisher.objects.known_by(url, "")
    return [publisher.name, *publisher.labels] if publisher is not None else []


def _pk(request: HttpRequest) -> int:
    pk = request.user.pk
    if pk is None:
        raise BadRequest
    return int(pk)
