"""The line at the end of a body that names its sources: cut off when imported, joined on in feeds.

    <hr>
    <p><em>Source: <a href="https://example.com/a?b=1&amp;c=2">Example</a>, Reuters</em></p>

Cutting succeeds only where joining gives the same bytes again, so nothing that was published is
lost or rewritten.
"""

import re
from collections.abc import Iterable, Sequence
from html import unescape
from typing import NamedTuple

_OPEN = "\n<hr>\n<p><em>"
_CLOSE = "</em></p>"
_SEPARATOR = ", "

# A linked source, or a name of which no reader could think that it is several.
_SOURCE = re.compile(
    r'<a href="(?P<url>[^"<>]+)">(?P<linked>[^<>]+)</a>|(?P<plain>(?:[^<>&,，、;；]|&[a-z]+;)+)'
)
_WEB_ADDRESS = re.compile(r"https?://\S+")

# What a citation can hold.
_LONGEST_LABEL = 300
_LONGEST_URL = 2000

# Hugo writes an apostrophe as `&rsquo;`, and what is typed as a quotation mark as it is typed:
# `Barron's` and `People's Daily` are the names in which it matters.
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "‘": "&lsquo;", "’": "&rsquo;"}
)


class SourceRef(NamedTuple):
    """A source as it is named: plain text, and where it leads (`""` for nowhere)."""

    label: str
    url: str


class CutBody(NamedTuple):
    """A body without its line, the sources the line named, and the lead it began with."""

    body: str
    sources: tuple[SourceRef, ...]
    lead: str


def join(body: str, sources: Sequence[SourceRef], lead: str) -> str:
    """Return the body, clean HTML, with its line; `lead` is text such as `"Source: "`.

    Without sources the body comes back as it is.
    """
    if not sources:
        return body
    named = _SEPARATOR.join(_written(source) for source in sources)
    return f"{body}{_OPEN}{lead.translate(_ESCAPES)}{named}{_CLOSE}"


def cut(html: str, leads: Iterable[str]) -> CutBody | None:
    """Cut the line off where it begins with one of `leads` and `join` restores it byte for byte.

    None where there is none at the very end, where it is written in another way, or where a
    citation could not hold what it says. The body is neither empty nor ends in white space.
    """
    body, opened, line = html.rpartition(_OPEN)
    if not opened or not line.endswith(_CLOSE) or not body or body[-1].isspace():
        return None
    line = line.removesuffix(_CLOSE)
    for lead in leads:
        written = lead.translate(_ESCAPES)
        sources = _read(line.removeprefix(written)) if line.startswith(written) else ()
        if sources and join(body, sources, lead) == html:
            return CutBody(body, sources, lead)
    return None


def _written(source: SourceRef) -> str:
    label = source.label.translate(_ESCAPES)
    return f'<a href="{source.url.translate(_ESCAPES)}">{label}</a>' if source.url else label


def _read(line: str) -> tuple[SourceRef, ...]:
    """Read the sources of a line, its lead gone; none where one of them cannot be read."""
    sources: list[SourceRef] = []
    place = 0
    while found := _SOURCE.match(line, place):
        source = SourceRef(
            unescape(found["linked"] or found["plain"]), unescape(found["url"] or "")
        )
        if not _can_be_cited(source):
            return ()
        sources.append(source)
        if found.end() == len(line):
            return tuple(sources)
        if not line.startswith(_SEPARATOR, found.end()):
            return ()
        place = found.end() + len(_SEPARATOR)
    return ()


def _can_be_cited(source: SourceRef) -> bool:
    is_one_line = source.label == " ".join(source.label.split()) and source.label.isprintable()
    is_address = not source.url or _WEB_ADDRESS.fullmatch(source.url) is not None
    fits = 0 < len(source.label) <= _LONGEST_LABEL and len(source.url) <= _LONGEST_URL
    return is_one_line and is_address and fits
