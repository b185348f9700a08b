"""Which requests were a person's, as far as a log tells. Pure.

Browsers begin their names alike, and so do the robots that want to be taken for one. Those that
say so in the same breath are left out; those that do not cannot be told from people.
"""

import re
from functools import lru_cache
from typing import Final

from edge.access_log.lines import Request

SHOWN: Final = frozenset({200, 304})
"""The statuses with which somebody saw a page: sent anew, or as the browser still had it."""

_BROWSER = re.compile(r"(?:Mozilla|Opera)/")
# Cubot makes telephones. “compatible;” stands for a browser in very old ones alone, and an address
# that explains who asks in none.
_ROBOT = re.compile(
    r"(?<!cu)bot|crawl|spider|slurp|preview|headless|lighthouse|\+https?:"
    r"|compatible;(?! (?:msie|konqueror))",
    re.IGNORECASE,
)


@lru_cache(maxsize=10_000)  # a log holds few that differ
def is_person(agent: str) -> bool:
    """Whether a User-Agent is a browser's, and names no robot."""
    return _BROWSER.match(agent) is not None and _ROBOT.search(agent) is None


def is_view(request: Request) -> bool:
    """Whether a person saw what was asked for."""
    return (
        request.method == "GET"
        and request.status in SHOWN
        and not request.is_prefetch
        and is_person(request.agent)
    )
