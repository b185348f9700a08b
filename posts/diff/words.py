"""Marks the words in which two pieces of clean HTML differ."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

# A tag, whatever stands in its attributes; a character reference; a Chinese, Japanese or Korean
# character, which is a word by itself here; a word; white space; anything else.
_TOKEN = re.compile(
    r"""<(?:[^>"']|"[^"]*"|'[^']*')*>"""
    r"|&[#\w]+;"
    r"|[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af]"
    r"|[^\W\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af]+"
    r"|\s+"
    r"|."
)
# Of this many words each the comparison is exact; longer pieces are compared more coarsely.
_EXACT = 3000


def tokens(html: str) -> list[str]:
    """Tags, words and what stands between them; joined they are the same text again."""
    return _TOKEN.findall(html)


def marked(before: str, after: str) -> tuple[str, str]:
    """Both pieces, with `<del>` around what only the first has and `<ins>` what only the second.

    The marks stand around text alone, so that the result is as well-formed as what came in.
    """
    old, new = tokens(before), tokens(after)
    left: list[str] = []
    right: list[str] = []
    for kind, a, b, c, d in _opcodes(old, new):
        if kind == "equal":
            left += old[a:b]
            right += new[c:d]
        else:
            left += _around(old[a:b], "del")
            right += _around(new[c:d], "ins")
    return "".join(left), "".join(right)


def likeness(before: Sequence[str], after: Sequence[str]) -> float:
    """How much two lists of tokens have in common: from 0 to 1."""
    return SequenceMatcher(None, before, after, autojunk=False).quick_ratio()


def _opcodes(old: list[str], new: list[str]) -> list[tuple[str, int, int, int, int]]:
    """What to do to `old` to get `new`, without islands that only break a change up."""
    coarse = max(len(old), len(new)) > _EXACT
    found = SequenceMatcher(None, old, new, autojunk=coarse).get_opcodes()
    joined: list[tuple[str, int, int, int, int]] = []
    for number, (kind, a, b, c, d) in enumerate(found):
        island = (
            kind == "equal"
            and 0 < number < len(found) - 1
            and not any(_is_tag(token) for token in old[a:b])
            and _weight(old[a:b]) < _weight([*old[slice(*found[number - 1][1:3])]]) / 2
            and _weight(old[a:b]) <= 1
        )
        way = "replace" if island or kind != "equal" else "equal"
        if joined and joined[-1][0] == way == "replace":
            _way, start, _b, first, _d = joined[-1]
            joined[-1] = ("replace", start, b, first, d)
        else:
            joined.append((way, a, b, c, d))
    return joined


def _weight(found: Iterable[str]) -> int:
    """How many words there are: spaces and signs weigh nothing."""
    return sum(1 for token in found if token.strip() and token[0].isalnum())


def _around(found: Iterable[str], mark: str) -> list[str]:
    """Tokens with the mark around each run of text."""
    out: list[str] = []
    run: list[str] = []
    for token in [*found, ""]:
        if token and not _is_tag(token):
            run.append(token)
            continue
        text = "".join(run)
        if text.strip():
            out.append(f"<{mark}>{text}</{mark}>")
        else:
            out.append(text)
        run = []
        out.append(token)
    return out


def _is_tag(token: str) -> bool:
    return len(token) > 1 and token.startswith("<")
