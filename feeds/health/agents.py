"""What a User-Agent says: which client it is, and for how many subscribers it asks. Pure.

Services that poll once for all their users say how many those are; a reader on somebody's own
machine stands for one person and says nothing.
"""

import re
from dataclasses import dataclass
from typing import Final

from safeguards.text import xml_safe

LONGEST_NAME: Final = 60
_LONGEST_READ: Final = 500
MOST_SUBSCRIBERS: Final = 100_000_000  # beyond it, somebody is joking

BROWSER: Final = "Browser"
UNNAMED: Final = ""

# By what stands anywhere in the User-Agent, the first that fits.
_KNOWN: Final = {
    "feedly": "Feedly",
    "inoreader": "Inoreader",
    "newsblur": "NewsBlur",
    "feedbin": "Feedbin",
    "theoldreader": "The Old Reader",
    "bazqux": "BazQux",
    "tiny tiny rss": "Tiny Tiny RSS",
    "tt-rss": "Tiny Tiny RSS",
    "freshrss": "FreshRSS",
    "miniflux": "Miniflux",
    "netnewswire": "NetNewsWire",
    "newsboat": "newsboat",
    "feed wrangler": "Feed Wrangler",
    "feedspot": "Feedspot",
    "nextcloud-news": "Nextcloud News",
    "thunderbird": "Thunderbird",
    "reeder": "Reeder",
    "googlebot": "Googlebot",
    "bingbot": "Bingbot",
}
_SUBSCRIBERS = re.compile(r"(?<![\d.])(\d{1,12}) (?:subscriber|reader|user)s?\b", re.IGNORECASE)
_COMPATIBLE = re.compile(r"\(compatible; *([^;()]+)")
_PRODUCT = re.compile(r"[^/(;]{1,100}")
# What a name ends before: a version, or what only this one user has.
_NAME_ENDS = re.compile(r"[\s:_-]*(?:\bv?\d+(?:[.\d]\S*)?|\bfeed-?id\b.*|\s-\s.*|\+?https?:.*)$")
_BROWSER = re.compile(r"Mozilla/|Opera/", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Agent:
    """`client` is a name without its version, "" for none; `subscribers` is None if unsaid."""

    client: str
    subscribers: int | None


def parse_agent(text: str) -> Agent:
    """What a User-Agent header says."""
    text = " ".join(xml_safe(text[:_LONGEST_READ]).split())
    said = _SUBSCRIBERS.search(text)
    number = int(said[1]) if said else None
    if number is not None and number > MOST_SUBSCRIBERS:
        number = None
    return Agent(_client(text), number)


def _client(text: str) -> str:
    folded = text.casefold()
    for sign, name in _KNOWN.items():
        if sign in folded:
            return name
    if _BROWSER.match(text):
        compatible = _COMPATIBLE.search(text)
        return _name(compatible[1]) if compatible else BROWSER
    return _name(text)


def _name(text: str) -> str:
    product = _PRODUCT.match(text)
    name = product[0].strip() if product else ""
    while (shorter := _NAME_ENDS.sub("", name)) != name:
        name = shorter
    if "@" in name:  # somebody's address
        return UNNAMED
    return name.strip(' "-+')[:LONGEST_NAME].strip()
