"""How long a body takes to read."""

import re
from math import ceil

from safeguards.text import plain_text

WORDS = 230
"""Words a minute, of languages that write spaces between them."""

CHARACTERS = 400
"""Characters a minute, of Chinese, Japanese and Korean."""

_CJK = re.compile(
    "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003134f]"
)
_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")


def minutes(body: str) -> int:
    """Whole minutes that a body (HTML) takes to read, each script at its pace; 1 at least."""
    text = plain_text(body)
    characters = len(_CJK.findall(text))
    words = len(_WORD.findall(_CJK.sub(" ", text)))
    return max(1, ceil(words / WORDS + characters / CHARACTERS))
