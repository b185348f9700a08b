"""Looks up what stands at an address that an editor wants to cite."""

from dataclasses import dataclass
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from safeguards.fetch import Fetched, FetchError, fetch

from .page import PageFacts, read_page
from .page_text import page_text
from .web_address import without_tracking

SECONDS: Final = 7.0
_MAX_BYTES: Final = 8_000_000
_ACCEPTED: Final = "text/html,application/xhtml+xml;q=0.9"
_PAGES: Final = frozenset({"text/html", "application/xhtml+xml", ""})


@dataclass(frozen=True, slots=True)
class LookedUp:
    """What was found, and a sentence for the editor where something was not."""

    facts: PageFacts
    note: str = ""


def look_up(url: str, names: tuple[str, ...] = ()) -> LookedUp:
    """What the page at an http(s) address says of itself, within `SECONDS`.

    Only public addresses are asked (`safeguards.fetch`). It raises nothing: whatever goes wrong
    is told in a sentence. `names` are those under which its publisher is known.
    """
    known = PageFacts(address=without_tracking(url))
    try:
        answer = fetch(url, max_bytes=_MAX_BYTES, timeout=SECONDS, accept=_ACCEPTED)
    except FetchError:
        return LookedUp(known, _("The page could not be fetched. Type what it says."))
    if sentence := _refusal(answer):
        return LookedUp(known, sentence)
    html = page_text(answer.content, answer.headers.get("content-type", ""))
    facts = read_page(html, answer.url, today=timezone.now().date(), names=names)
    return LookedUp(facts, _missing(facts))


def _refusal(answer: Fetched) -> str:
    """Why an answer tells nothing of a piece; "" if it may."""
    if answer.status in (404, 410):
        return _("There is no such page (%(status)s). Is the address right?") % {
            "status": answer.status
        }
    if answer.status in (401, 402, 403, 429, 451):
        return _("The site shows its page to no program (%(status)s). Type what it says.") % {
            "status": answer.status
        }
    if answer.status != 200:
        return _("The site did not answer with a page (%(status)s). Type what it says.") % {
            "status": answer.status
        }
    if answer.content_type not in _PAGES:
        return _("That is no web page (%(kind)s). Type what it says.") % {
            "kind": answer.content_type[:60]
        }
    return ""


def _missing(facts: PageFacts) -> str:
    if not facts.headline and facts.date is None:
        return _("The page tells neither its headline nor its date. Type them.")
    if not facts.headline:
        return _("The page does not tell its headline. Type it.")
    if facts.date is None:
        return _("The page does not tell its date. Type it if you know it.")
    return ""
