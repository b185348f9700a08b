"""A WXR file, element by element: however large it is, one item of it is in memory."""

from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final

from lxml import etree

from .refusal import WxrError

# WordPress writes what was pasted, also what XML cannot hold: control characters (XML 1.0 §2.2).
_ILLEGAL: Final = bytes(byte for byte in range(32) if byte not in b"\t\n\r")
_HEAD: Final = 4_096
_TOPS: Final = frozenset({"item", "author", "category", "tag", "term"})
_OF_CHANNEL: Final = frozenset({"title", "link", "description", "language", "base_blog_url"})

type Element = etree._Element


class _Readable:
    """The file, without the bytes at which a strict parser would stop."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def read(self, size: int = -1) -> bytes:
        while data := self._file.read(size):
            if kept := data.translate(None, _ILLEGAL):
                return kept
        return b""


def elements(file: Path) -> Iterator[tuple[str, Element]]:
    """Each (name, element) of the channel that matters, in order, without the prefix: `item`.

    An element is empty once the next one is asked for. Raises WxrError, also in the middle.
    """
    try:
        with file.open("rb") as opened:
            _check_head(opened.read(_HEAD))
            opened.seek(0)
            yield from _elements(opened)
    except OSError as error:
        raise WxrError(f"{file} cannot be read: {error.strerror}.") from error
    except etree.XMLSyntaxError as error:
        message = " ".join((error.msg or "no reason is known").split())
        raise WxrError(f"The file is not well-formed XML: {message}.") from error


def _elements(opened: IO[bytes]) -> Iterator[tuple[str, Element]]:
    depth = 0
    events = etree.iterparse(
        _Readable(opened),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    for event, element in events:
        depth += 1 if event == "start" else -1
        if event == "start" or depth != 2:
            continue
        # A prefix that is not declared is a part of the name.
        name = element.tag.rpartition("}")[2].rpartition(":")[2]
        if name in _TOPS or name in _OF_CHANNEL:
            yield name, element
        element.clear()
        while element.getprevious() is not None:
            parent = element.getparent()
            if parent is not None:
                del parent[0]
    if depth:
        raise WxrError("The file is incomplete: its last part is missing.")


def _check_head(head: bytes) -> None:
    if not head.strip():
        raise WxrError("The file is empty.")
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise WxrError("The file declares entities, which no export of WordPress does.")
    if b"<rss" not in head:
        raise WxrError("This is no export of WordPress: choose Tools → Export there, all content.")


def text(element: Element, name: str) -> str:
    """The text of a child by its name without prefix, exact; "" where there is none."""
    child = element.find(f"{{*}}{name}")
    return "" if child is None else "".join(str(piece) for piece in child.itertext())


def encoded(element: Element, kind: str) -> str:
    """The text of `content:encoded` or `excerpt:encoded`, by that prefix."""
    for child in element.iterfind("{*}encoded"):
        if kind in str(etree.QName(child).namespace):
            return "".join(str(piece) for piece in child.itertext())
    return ""
