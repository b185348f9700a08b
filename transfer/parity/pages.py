"""Whether each address of the site that was still answers."""

import re
from typing import Final

from .finding import Finding, Kind
from .old import Published
from .ours import OurSite

_PAGED: Final = re.compile(r"(?P<list>/|/.*/)page/[1-9][0-9]*/\Z")
_OF_SERVERS: Final = frozenset({"_redirects", "_headers", "CNAME", ".htaccess", ".nojekyll"})
# They dressed pages that this site dresses itself.
_LOOK: Final = re.compile(r"\.(?:css|js|mjs|map|woff2?|ttf|otf|eot|webmanifest)\Z")


def compare(published: Published, ours: OurSite) -> Finding:
    """What became of an address."""
    answer = ours.get(published.path)
    if answer.status == 200:
        if not answer.hops:
            return Finding(Kind.SAME, published.kind, published.path)
        return Finding(Kind.MOVED, published.kind, published.path, f"→ {answer.address}")
    paged = _PAGED.fullmatch(published.path)
    if paged and ours.ends_at(paged["list"]):
        why = "a further page of a list: pages of lists hold other numbers of posts"
        return Finding(Kind.KNOWN, published.kind, published.path, why)
    if published.path.rpartition("/")[2] in _OF_SERVERS:
        return Finding(Kind.KNOWN, published.kind, published.path, "it was for the old server")
    if published.kind == "file" and _LOOK.search(published.path):
        why = "a style, a script or a font of the old theme"
        return Finding(Kind.KNOWN, published.kind, published.path, why)
    why = "it is withdrawn" if answer.status == 410 else f"it answers {answer.status}"
    return Finding(Kind.LOST, published.kind, published.path, why)
