"""What a page does with the pictures of other sites in a body."""

import re
from typing import Final

ABOVE: Final = 400
"""Characters of HTML that readers see as soon as the page is there."""

# Not one whose author, or whose own site, has said when it is to come.
_PICTURE = re.compile(r'<img(?=\s)(?!(?:[^>"]|"[^"]*")*?\s(?:loading|fetchpriority)=)')


def unhurried(body: str) -> str:
    """The body, its pictures loaded as a reader comes near them, but for one at its beginning.

    Else they would compete with the text, on another site's connection.
    """
    return body[:ABOVE] + _PICTURE.sub('<img loading="lazy"', body[ABOVE:])
