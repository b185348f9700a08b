"""What a page does with the headings of a body."""

import re

from safeguards.text import plain_text

_FIRST_HEADING = re.compile(r"\A\s*<h([1-6])\b[^>]*>(.*?)</h\1>\s*", re.DOTALL)


def without_title_heading(body: str, title: str) -> str:
    """The body of a page that already shows the title: a first heading that repeats it goes."""
    found = _FIRST_HEADING.match(body)
    if found and _comparable(plain_text(found[2])) == _comparable(title):
        return body[found.end() :]
    return body


def _comparable(text: str) -> str:
    """Text by its letters and digits alone: quotation marks are often typeset differently."""
    return "".join(character for character in text.casefold() if character.isalnum())
