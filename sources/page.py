"""What a cited page says of itself: its site, its headline, when it came out, its address. Pure."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any, Final

from safeguards.links import absolute
from safeguards.text import plain_text, xml_safe

from .domains import domain_of
from .page_markup import Markup, markup_of
from .web_address import same_site, without_tracking

LONGEST_SITE: Final = 300
LONGEST_HEADLINE: Final = 500
LONGEST_ADDRESS: Final = 2000
_FIRST_YEAR: Final = 1900

_ARTICLE: Final = re.compile(r"(?:.*(?:Article|Posting|Report)|Review|NewsItem)")
_DATE: Final = re.compile(r"(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})")
_COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})(?:\D|$)")
# Between a headline and what sites put behind it.
_SUFFIX: Final = re.compile(r"(?:\s+[-|–—·•:»]+\s+|\s*[|｜丨_]\s*|\s?-\s?(?=[^\s-]+$)|\s*::\s*)")
_LETTERS: Final = re.compile(r"[\W_]+")
_DATE_NAMES: Final = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "parsely-pub-date",
    "publishdate",
    "pubdate",
    "publish-date",
    "dc.date.issued",
    "dc.date",
    "date",
)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Plain text, each "" or None where the page does not tell. `address` is on the same site."""

    site: str = ""
    headline: str = ""
    date: datetime.date | None = None
    address: str = ""


def read_page(html: str, url: str, *, today: date, names: tuple[str, ...] = ()) -> PageFacts:
    """Read a page found at `url`. `names` are those under which its publisher is known.

    Its date is the day on the publisher's own clock. One that lies ahead is none.
    """
    markup = markup_of(html)
    articles = [node for node in markup.nodes if _is_article(node)]
    site = _line(markup.meta.get("og:site_name", "") or _publisher(articles), LONGEST_SITE)
    headline = _headline(markup, articles, [site, *names], url)
    return PageFacts(
        site=site,
        headline=headline,
        date=next((day for it in _dates(markup, articles) if (day := _day(it, today))), None),
        address=_address(markup, url),
    )


def _headline(markup: Markup, articles: list[dict[str, Any]], sites: list[str], url: str) -> str:
    told = [
        markup.meta.get("og:title", ""),
        *(_text(node.get("headline") or node.get("name")) for node in articles),
        markup.meta.get("twitter:title", ""),
        markup.title,
    ]
    for text in told:
        if line := _line(text, LONGEST_HEADLINE):
            return _without_site(line, sites, url)
    return ""


def _without_site(headline: str, sites: list[str], url: str) -> str:
    """`Headline | BBC News` → `Headline`, as often as what stands last names the site."""
    known = {*map(_bare, sites), _bare(domain_of(url))} - {""}
    brand = max(domain_of(url).split("."), key=len)
    while parts := list(_SUFFIX.finditer(headline)):
        last = _bare(headline[parts[-1].end() :])
        named = last in known or (len(brand) > 2 and brand in last and len(last) <= len(brand) + 6)
        if not named or not headline[: parts[-1].start()].strip():
            break
        headline = headline[: parts[-1].start()].strip()
    return headline


def _bare(name: str) -> str:
    """What counts of a name: `The Wire` and `wire` are one."""
    return _LETTERS.sub("", name.casefold().removeprefix("the "))


def _dates(markup: Markup, articles: list[dict[str, Any]]) -> Iterator[str]:
    for node in articles:
        yield _text(node.get("datePublished"))
    for name in _DATE_NAMES:
        yield markup.meta.get(name, "")
    yield from markup.main_times[:1]
    yield from markup.times[:1]


def _day(text: str, today: date) -> date | None:
    text = text.strip()[:100]
    if found := _DATE.match(text) or _COMPACT.match(text):
        try:
            day = date(*map(int, found.groups()))
        except ValueError:
            return None
    else:
        try:
            day = parsedate_to_datetime(text).date()
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
    # Somewhere it is tomorrow already.
    return day if day.year >= _FIRST_YEAR and day <= today + timedelta(days=1) else None


def _address(markup: Markup, url: str) -> str:
    """Where the page says that it is, if that may be: a site's front is not one of its pieces."""
    for told in (markup.canonical, markup.meta.get("og:url", "")):
        address = without_tracking(absolute(xml_safe(told), url))
        if not address or len(address) > LONGEST_ADDRESS or not address.isprintable():
            continue
        is_front = address.rstrip("/").count("/") <= 2 < url.rstrip("/").count("/")
        is_downgrade = url.startswith("https:") and not address.startswith("https:")
        if same_site(address, url) and not is_front and not is_downgrade and " " not in address:
            return address
    return without_tracking(url)


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _ARTICLE.fullmatch(kind) for kind in kinds)


def _publisher(articles: list[dict[str, Any]]) -> str:
    for node in articles:
        publisher = node.get("publisher")
        publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
        if isinstance(publisher, dict) and (name := _text(publisher.get("name"))):
            return name
    return ""


def _text(value: Any) -> str:
    value = value[0] if isinstance(value, list) and value else value
    return unescape(value) if isinstance(value, str) else ""


def _line(text: str, longest: int) -> str:
    """One line of plain text; no control character, and none that turns the order of others."""
    line = plain_text(text[: longest * 20]) if "<" in text else xml_safe(text[: longest * 20])
    shown = "".join(it if it.isprintable() else " " if it.isspace() else "" for it in line)
    line = " ".join(shown.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
