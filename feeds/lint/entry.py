"""What the checks of this package look at: a post as a feed's entry, taken apart once."""

from collections.abc import Iterator
from functools import cached_property
from html import unescape
from typing import Final, Literal, NamedTuple

from posts.models import Post
from publication.addresses import absolute
from safeguards.links import absolute as absolute_link
from safeguards.markup import tokens
from safeguards.text import plain_text

_LONGEST_PIECE: Final = 120


class Element(NamedTuple):
    """A start tag: attribute values are decoded, the first of a name counts."""

    name: str
    attributes: dict[str, str]


class Entry:
    """A post and its body's elements, in order."""

    def __init__(self, post: Post) -> None:
        self.post = post
        self.elements = [
            Element(token.name, _attributes(token.attributes))
            for token in tokens(post.body)
            if token.kind == "start"
        ]

    def named(self, *names: str) -> Iterator[Element]:
        """The elements of some names."""
        return (element for element in self.elements if element.name in names)

    def values(self, attribute: Literal["href", "src"]) -> Iterator[str]:
        """The values of an attribute, white space around them taken off, empty ones too."""
        return (
            element.attributes[attribute].strip()
            for element in self.elements
            if attribute in element.attributes
        )

    @cached_property
    def base(self) -> str:
        """The address against which readers resolve its links: the site's while it has none."""
        return absolute(self.post.get_absolute_url() if self.post.section is not None else "/")

    @cached_property
    def web_links(self) -> list[str]:
        """Where it leads to, its sources included: absolute http(s) addresses, each once."""
        found = [absolute_link(value, self.base) for value in self.values("href")]
        found += [absolute_link(citation.url, "") for citation in self.post.citations.all()]
        return list(dict.fromkeys(link for link in found if link))


def piece(html: str) -> str:
    """A piece of a body as a remark names it: plain, on one line, not too long."""
    text = plain_text(html)
    return text if len(text) <= _LONGEST_PIECE else f"{text[: _LONGEST_PIECE - 1]}…"


def shown(value: str) -> str:
    """An attribute's value as a remark names it."""
    line = " ".join(value.split())
    return line if len(line) <= _LONGEST_PIECE else f"{line[: _LONGEST_PIECE - 1]}…"


def _attributes(raw: tuple[tuple[str, str | None], ...]) -> dict[str, str]:
    attributes: dict[str, str] = {}
    for name, value in raw:
        attributes.setdefault(name, unescape(value or ""))
    return attributes
