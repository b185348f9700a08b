"""What a page does with the headings of a body."""

import re

from safeguards.text import plain_text

_FIRST_HEADING = re.compile(r"\A\s*<h([1-6])\b[^>]*>(.*?)</h\1>\s*", re.DOTALL)
_HEADING_TAG = re.compile(r"<(/?)h([1-6])(?=[\s>])")


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


def _comparable(text: str) -> str:
    """Text by its letters and digits alone: quotation marks are often typeset differently."""
    return "".join(character for character in text.casefold() if character.isalnum())
