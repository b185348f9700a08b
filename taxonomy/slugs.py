"""The addresses of terms and posts, by the rules of the Hugo site whose addresses are kept.

A slug is stored decoded (`中美关系`, `c#`, `a-/-b`); `term_address` writes it as Hugo links it.
The rules are those of Hugo 0.147.9's path sanitiser and of Go's `net/url`, found by asking Hugo
itself: https://gohugo.io/functions/urls/urlize/
"""

import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote, unquote_to_bytes

POST_SLUG_LENGTH = 80

_PUNCTUATION_KEPT = frozenset("./\\_#+~-@")
_HEX_PAIR = re.compile(r"[0-9a-fA-F]{2}")
# Besides letters, digits and `-_.~`, what Go leaves alone of that in a path.
_UNESCAPED = "/+@"
_ENCODED = re.compile(r"[\w\-.~/+@%]*", re.ASCII)

_PARTS_WORDS = frozenset("/\\_;:，。、；：！？…·")
_MARK_OUTSIDE_NUMBER = re.compile(r"(?<!\d)[.,]|[.,](?!\d)")


class NoAddressError(ValueError):
    """A text of which the address rules leave nothing, such as an emoji alone."""

    def __init__(self, text: str) -> None:
        """Say which text it is, in words an editor can act on."""
        super().__init__(f"“{text}” has no letter or digit that an address can be made of.")


@lru_cache(maxsize=10_000)
def slugify_term(term: str) -> str:
    """Return the decoded path that Hugo gives a taxonomy term: `C# & F#` → `c#--f#`.

    It may hold slashes (`a / b` → `a-/-b`), is never empty, and slugifying it again changes
    nothing. Different terms may share one (`what?`, `what`): the slug is their identity. Nothing
    is collapsed or trimmed but slashes and the segments `.` and `..`, which a path cannot hold.

    Raises NoAddressError when nothing is left.
    """
    slug = _clean_path(_keep_allowed(_lower(term.replace(" ", "-"))))
    if not slug:
        raise NoAddressError(term)
    return slug


def term_address(slug: str) -> str:
    """Percent-encode a slug exactly as Hugo writes it in a link: `c#` → `c%23`, `c++` → `c++`.

    Two hex digits behind a `%` are an escape already (`100%ab`), as Go's URL.EscapedPath has it:
    kept where the rest needs no encoding, else decoded and written anew. A server sees such a path
    decoded and cannot tell which slug was meant; Hugo's own site does not answer there either.
    """
    encoded = slug.replace("#", "%23")
    if _ENCODED.fullmatch(encoded):
        return encoded
    return quote(unquote_to_bytes(encoded), safe=_UNESCAPED)


def slug_from_title(title: str, *, length: int = POST_SLUG_LENGTH) -> str:
    """Return one path segment for a headline: `What’s New? A/B, GPT-4.5` → `whats-new-a-b-gpt-4.5`.

    Letters of every script stay. White space, dashes, slashes and Chinese punctuation part words
    with one `-`; other signs go, as they do in Hugo's addresses. At most `length` characters, cut
    between words where there is a place to cut (Chinese has none).

    Raises NoAddressError when the title has no letter and no digit.
    """
    text = _lower(unicodedata.normalize("NFC", title))
    text = _MARK_OUTSIDE_NUMBER.sub(lambda mark: "-" if mark[0] == "," else "", text)
    parted = ("-" if _parts_words(character) else character for character in text)
    kept = "".join(c for c in parted if c in "-." or _is_word_part(c))
    slug = _cut_between_words(re.sub(r"-{2,}", "-", kept).strip("-."), length)
    if not any(character.isalnum() for character in slug):
        raise NoAddressError(title)
    return slug


def _lower(text: str) -> str:
    """Lower-case one character to one, as Go does: `İ` is `i`, and a last `Σ` is `σ`."""
    return "".join(character.lower()[0] for character in text)


def _is_word_part(character: str) -> bool:
    """Tell letters (L*), marks (M*) and decimal digits (Nd) from everything else."""
    category = unicodedata.category(character)
    return category[0] in "LM" or category == "Nd"


def _keep_allowed(text: str) -> str:
    """Drop what no address holds; white space other than ` ` becomes `-` where none stands yet."""
    kept: list[str] = []
    gap = False
    for place, character in enumerate(text):
        is_escape = character == "%" and _HEX_PAIR.match(text, place + 1)
        if is_escape or character in _PUNCTUATION_KEPT or _is_word_part(character):
            if gap and character != "-":
                kept.append("-")
            gap = False
            kept.append(character)
        elif character.isspace():
            gap = gap or kept[-1:] != ["-"]
    return "".join(kept)


def _clean_path(path: str) -> str:
    """Resolve `.` and `..` and drop empty segments."""
    segments: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            segments = segments[:-1]
        elif segment not in {"", "."}:
            segments.append(segment)
    return "/".join(segments)


def _parts_words(character: str) -> bool:
    """Tell what a new word begins behind: white space, dashes, controls, slashes and the like."""
    is_dash = unicodedata.category(character) in {"Pd", "Cc"}
    return is_dash or character.isspace() or character in _PARTS_WORDS


def _cut_between_words(slug: str, length: int) -> str:
    """Cut at the last `-` in the second half of `length`; else hard, but before no mark."""
    if len(slug) <= length:
        return slug
    cut = slug.rfind("-", length // 2, length + 1)
    if cut < 0:
        cut = length
        while cut > 1 and unicodedata.category(slug[cut])[0] == "M":
            cut -= 1
    return slug[:cut].strip("-.")
