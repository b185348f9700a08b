"""Whether two pieces of HTML say the same: text, structure, ids and where links lead. Pure."""

from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from typing import Final

from lxml import etree, html

type Resolve = Callable[[str], str]

# They carry looks (of highlighted code, of a theme) and no structure.
_WRAPPERS: Final = frozenset({"div", "span", "section", "article", "figure", "font", "center"})
# Not kept of anybody's texts: see `safeguards.policy`.
_NEVER_KEPT: Final = frozenset({"script", "style", "link", "meta", "form", "button", "template"})
_EMPTY: Final = frozenset({"br", "hr", "img", "input", "source", "track", "wbr"})
# Where a line ends counts in code alone.
_LINE: Final = " ⏎ "
_SHOWN: Final = 60


def differences(old: str, new: str, *, old_ends: Resolve, new_ends: Resolve) -> list[str]:
    """What one says that the other does not, in order: `<h2 id="a">`, a piece of text.

    `old_ends` and `new_ends` say where an address at the end of a link of each leads to.
    """
    before, after = list(_pieces(old, old_ends)), list(_pieces(new, new_ends))
    if before == after:
        return []
    found = []
    for change, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if change != "equal":
            found.append(f"{_shown(before[a:b])} → {_shown(after[c:d])}")
    return found


def _shown(pieces: list[str]) -> str:
    text = " ".join(pieces)
    return (f"{text[:_SHOWN]}…" if len(text) > _SHOWN else text) or "nothing"


def _pieces(markup: str, ends: Resolve) -> Iterator[str]:
    if not markup.strip():
        return
    root = html.fragment_fromstring(markup, create_parent="div")
    yield from _joined(_walk(root, ends))


def _joined(pieces: Iterator[str]) -> Iterator[str]:
    """Texts that only a wrapper parted are one; white space counts as one space, or as none."""
    text = ""
    for piece in pieces:
        if piece.startswith("<"):
            if text.strip():
                yield " ".join(text.split())
            text = ""
            yield piece
        else:
            text += piece
    if text.strip():
        yield " ".join(text.split())


def _walk(element: "etree._Element", ends: Resolve, *, in_code: bool = False) -> Iterator[str]:
    if element.text:
        yield _text(element.text, in_code=in_code)
    for child in element:
        name = child.tag
        if name not in _NEVER_KEPT and not callable(name):
            shown = _tag(child, name, ends)
            if shown:
                yield shown
            yield from _walk(child, ends, in_code=in_code or name == "pre")
            if shown and name not in _EMPTY:
                yield f"</{name}>"
        if child.tail:
            yield _text(child.tail, in_code=in_code)


def _text(text: str, *, in_code: bool) -> str:
    """With another sign than a tag begins with."""
    return (text.replace("\n", _LINE) if in_code else text).replace("<", "‹")


def _tag(element: "etree._Element", name: str, ends: Resolve) -> str:
    """A tag as it is compared; "" for a wrapper that nothing leads to."""
    told = []
    if identity := element.get("id", ""):
        told.append(f'id="{identity}"')
    for attribute in ("href", "src"):
        if (value := element.get(attribute)) is not None:
            told.append(f'{attribute}="{ends(value.strip())}"')
    if name == "img":
        told.append(f'alt="{" ".join((element.get("alt") or "").split())}"')
    if name in _WRAPPERS and not told:
        return ""
    return f"<{' '.join([name, *told])}>"
