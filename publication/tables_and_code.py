"""What a page does with the tables and the code of a body."""

import re

_WIDE = re.compile(r"<(pre|table)(?=[\s>])(?![^>]*\stabindex=)")
_ALIGNED = re.compile(r"(<(?:th|td|col|tr)\b[^>]*?\s)(align=)")


def reachable(body: str) -> str:
    """The body with what scrolls by itself as a stop of the Tab key: arrows then move it.

    WCAG 2.2, 2.1.1.
    """
    return _WIDE.sub(r'<\1 tabindex="0"', body)


def aligned(body: str) -> str:
    """The body with `data-align` for `align`, which is obsolete in HTML and right in feeds."""
    return _ALIGNED.sub(r"\1data-\2", body)
