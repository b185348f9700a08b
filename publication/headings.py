"""What a page does with the headings of a body."""

import re
from dataclasses import dataclass

from django.utils.text import slugify

from safeguards.text import plain_text

_FIRST_HEADING = re.compile(r"\A\s*<h([1-6])\b[^>]*>(.*?)</h\1>\s*", re.DOTALL)
_HEADING_TAG = re.compile(r"<(/?)h([1-6])(?=[\s>])")
_HEADING = re.compile(r"<h([23])((?:\s[^>]*)?)>(.*?)</h\1>", re.DOTALL)
_ID = re.compile(r"\bid=\"([^\"]*)\"")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a body: where it stands, what it says, its level (2 or 3)."""

    id: str
    text: str
    level: int


def without_title_heading(body: str, title: str) -> str:
    """The body of a page that already shows the title: a first heading that repeats it goes."""
    found = _FIRST_HEADING.match(body)
    if found and _comparable(plain_text(found[2])) == _comparable(title):
        return body[found.end() :]
    return body


def in_order(body: str) -> str:
    """The body with its headings from `h2` down and no level left out, whatever they were.

    An outline that begins at `h3`, as it does below a title that was taken out, moves up whole.
    """
    open_levels: list[int] = []

    def renumbered(tag: re.Match[str]) -> str:
        level = int(tag[2])
        if not tag[1]:
            while open_levels and open_levels[-1] >= level:
                open_levels.pop()
            open_levels.append(level)
        return f"<{tag[1]}h{min(len(open_levels) + 1, 6)}"

    return _HEADING_TAG.sub(renumbered, body)


def with_contents(body: str) -> tuple[str, list[Heading]]:
    """The body with an id on each `h2` and `h3`, and these headings.

    Needs the body of `in_order`. Ids that stand there stay: others lead to them.
    """
    taken = set(_ID.findall(body))
    headings: list[Heading] = []

    def named(found: re.Match[str]) -> str:
        level, attributes, inner = found.groups()
        text = plain_text(inner)
        known = _ID.search(attributes)
        name = known[1] if known else _free(slugify(text, allow_unicode=True) or "section", taken)
        taken.add(name)
        if text:
            headings.append(Heading(name, text, int(level)))
        return found[0] if known else f'<h{level} id="{name}"{attributes}>{inner}</h{level}>'

    return _HEADING.sub(named, body), headings


def _free(name: str, taken: set[str]) -> str:
    """The name, or with the first number behind it that makes it one of its own."""
    if name not in taken:
        return name
    number = 1
    while f"{name}-{number}" in taken:
        number += 1
    return f"{name}-{number}"


def _comparable(text: str) -> str:
    """Text by its letters and digits alone: quotation marks are often typeset differently."""
    return "".join(character for character in text.casefold() if character.isalnum())
