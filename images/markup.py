"""A picture as the HTML of a page: the best format that a browser takes, in the size it needs."""

from collections.abc import Iterator, Mapping
from html import unescape
from typing import Final

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from safeguards.markup import Token, tokens
from safeguards.policy import GLOBAL_ATTRIBUTES

from .addresses import PREFIX, name_of
from .models import Picture

IN_TEXT: Final = "(width >= 44rem) 39rem, 92vw"
"""How wide a picture in the text of a page is: what `sizes` says to browsers."""

# Characters of text above a picture that readers see as soon as the page is there.
_ABOVE: Final = 400


def picture_element(
    picture: Picture, *, alt: str, sizes: str = IN_TEXT, is_first: bool = False, **attributes: str
) -> SafeString:
    """A `picture` with every copy that is made, or the `img` alone while there is none.

    It takes its place before it is loaded. One that `is_first` is what readers see at once; others
    wait until they come into sight. `attributes` of the `img` go before what is said here.
    """
    said = {
        "src": picture.get_absolute_url(),
        "alt": alt,
        "width": str(picture.width),
        "height": str(picture.height),
        **({"fetchpriority": "high"} if is_first else {"loading": "lazy"}),
        "decoding": "async",
        **attributes,
    }
    image = format_html("<img{}>", format_html_join("", ' {}="{}"', said.items()))
    sources = format_html_join(
        "",
        '<source type="{}" srcset="{}" sizes="{}">',
        ((media_type, srcset, sizes) for media_type, srcset in picture.sources),
    )
    return format_html("<picture>{}{}</picture>", sources, image) if sources else image


def with_pictures(html: str, pictures: Mapping[str, Picture], language: str) -> str:
    """Sanitised HTML, every picture of ours in it in all its copies.

    `pictures` are known by name; `language` is that of alternative texts where the HTML has none.
    """
    return "".join(_shown(html, pictures, language)) if pictures else html


def _shown(html: str, pictures: Mapping[str, Picture], language: str) -> Iterator[str]:
    above = 0
    for token in tokens(html):
        above += len(token.source) if token.kind == "text" else 0
        written = _attributes(token) if token.name == "img" else {}
        address = written.get("src", "")
        name = name_of(address.removeprefix(PREFIX)) if address.startswith(PREFIX) else ""
        if picture := pictures.get(name):
            kept = {key: written[key] for key in sorted(GLOBAL_ATTRIBUTES & written.keys())}
            if written.get("width", "").isdecimal() and written.get("height", "").isdecimal():
                kept |= {"width": written["width"], "height": written["height"]}
            alt = written.get("alt", picture.alt_in(language))
            yield picture_element(picture, alt=alt, is_first=above < _ABOVE, **kept)
            above = _ABOVE
        else:
            yield token.source


def _attributes(token: Token) -> dict[str, str]:
    """The decoded attributes of a tag; the first of a name counts."""
    return {name: unescape(value or "") for name, value in reversed(token.attributes)}
