"""From the text that WordPress keeps to the HTML that it shows. Pure."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape, unescape
from typing import Final

from safeguards.links import is_web_address

_BLOCK_COMMENT: Final = "<!-- wp:"
_EMPTY_LINES: Final = re.compile(r"\n{3,}")
_EMPTY_LINE: Final = re.compile(r"\n[ \t]*\n\s*")

# What stands by itself and is not put into a paragraph: around paragraphs, or around words.
_AROUND: Final = (
    "article|aside|audio|blockquote|center|col|colgroup|details|div|dl|fieldset|figure|footer|form|"
    "header|hr|iframe|main|nav|ol|script|section|style|table|tbody|tfoot|thead|tr|ul|video"
)
_WORDS: Final = "address|caption|dd|dt|figcaption|h[1-6]|li|p|pre|summary|td|th"
_AROUND_TAG: Final = re.compile(rf"(</?(?:{_AROUND})(?:\s[^<>]*)?/?>)", re.IGNORECASE)
_WORDS_BEGIN: Final = re.compile(rf"(<(?:{_WORDS})(?:\s[^<>]*)?>)", re.IGNORECASE)
_WORDS_END: Final = re.compile(rf"(</(?:{_WORDS})\s*>)", re.IGNORECASE)
_LINE: Final = re.compile(r"(?<![>\n])\n(?!<)|(?<=</a>)\n|(?<=</em>)\n|(?<=</strong>)\n")
_KEPT_WHOLE: Final = re.compile(
    r"<(pre|script|style|textarea|svg)\b(?:(?!<\1\b).)*?</\1\s*>", re.IGNORECASE | re.DOTALL
)
_MARK: Final = "\x02{}\x03"
_MARKED: Final = re.compile("\x02(\\d+)\x03")
_PICTURE: Final = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg)\Z", re.IGNORECASE)
# A name in brackets that begins like one of WordPress's, and is closed.
_SHORTCODE: Final = re.compile(
    r"\[(?P<name>[a-z][a-z0-9_-]{1,40})(?P<given>(?:\s[^\[\]\n]{0,2000})?)/?\]"
    r"(?:(?P<inner>(?:(?!\[(?P=name)[\s\]]).){0,20000}?)\[/(?P=name)\])?",
    re.DOTALL,
)
_GIVEN: Final = re.compile(r"([a-z0-9_-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+))")


@dataclass(slots=True)
class Shown:
    """The HTML, and the names of the shortcodes that nobody here knows, with how often."""

    html: str
    unknown: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Uploads:
    """The addresses of what was uploaded: all by number, and those that belong to the text."""

    by_number: Mapping[str, str]
    own: Sequence[str] = ()


def shown(text: str, uploads: Uploads) -> Shown:
    """What WordPress shows of a stored text."""
    unknown: Counter[str] = Counter()
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x02", "").replace("\x03", "")
    is_blocks = _BLOCK_COMMENT in text
    text = _with_shortcodes("".join(_without_comments(text)), uploads, unknown)
    html = _EMPTY_LINES.sub("\n\n", text).strip() if is_blocks else paragraphs(text)
    return Shown(html, unknown)


def paragraphs(text: str) -> str:
    """Put paragraphs around lines that an empty one parts, and breaks where a line ends."""
    whole: list[str] = []

    def put_aside(match: re.Match[str]) -> str:
        whole.append(match[0])
        return f"\n\n{_MARK.format(len(whole) - 1)}\n\n"

    text = _KEPT_WHOLE.sub(put_aside, text)
    text = _AROUND_TAG.sub(r"\n\n\1\n\n", text)
    text = _WORDS_END.sub(r"\1\n\n", _WORDS_BEGIN.sub(r"\n\n\1", text))
    html = "\n".join(_paragraph(one) for piece in _EMPTY_LINE.split(text) if (one := piece.strip()))
    return _MARKED.sub(lambda match: whole[int(match[1])], html)


def _paragraph(piece: str) -> str:
    if _AROUND_TAG.fullmatch(piece) or _MARKED.fullmatch(piece):
        return piece
    piece = _LINE.sub("<br>\n", piece)
    stands_alone = _WORDS_BEGIN.match(piece) or _WORDS_END.search(piece)
    return piece if stands_alone else f"<p>{piece}</p>"


def _without_comments(text: str) -> Iterator[str]:
    """The text between comments; one that does not end is text."""
    place = 0
    while (start := text.find("<!--", place)) >= 0 and (end := text.find("-->", start)) >= 0:
        yield text[place:start]
        place = end + 3
    yield text[place:]


def _with_shortcodes(text: str, uploads: Uploads, unknown: Counter[str]) -> str:
    def written(match: re.Match[str]) -> str:
        name, inner = match["name"], match["inner"]
        given = {m[1]: m[2] or m[3] or m[4] or "" for m in _GIVEN.finditer(match["given"])}
        given.setdefault("src", next(filter(is_web_address, match["given"].split()), ""))
        make = _KNOWN.get(name)
        made = make(given, inner or "", uploads) if make else None
        if made is None:
            if match["given"] or inner is not None or make:
                unknown[name] += 1
            return match[0]
        return made

    return _SHORTCODE.sub(written, text)


type Made = Callable[[Mapping[str, str], str, Uploads], str | None]


def _caption(given: Mapping[str, str], inner: str, _uploads: Uploads) -> str:
    picture = re.match(r"\s*(<a\b.*?</a>|<img\b[^>]*>)\s*(.*)", inner, re.DOTALL)
    shown, said = (picture[1], picture[2]) if picture else ("", inner)
    said = said.strip() or unescape(given.get("caption", ""))
    caption = f"<figcaption>{said}</figcaption>" if said else ""
    return f"\n\n<figure>{shown}{caption}</figure>\n\n"


def _gallery(given: Mapping[str, str], _inner: str, uploads: Uploads) -> str | None:
    if numbers := given.get("ids", ""):
        known = uploads.by_number
        shown = [known[one] for number in numbers.split(",") if (one := number.strip()) in known]
    else:
        shown = [url for url in uploads.own if _PICTURE.search(url)]
    if not shown:
        return None
    return "".join(f'\n\n<figure><img src="{escape(url)}" alt=""></figure>\n\n' for url in shown)


def _link(given: Mapping[str, str], inner: str, _uploads: Uploads) -> str | None:
    url = unescape(inner.strip() or given.get("src", "") or given.get("url", ""))
    if not is_web_address(url):
        return None
    return f'\n\n<p><a href="{escape(url)}">{escape(url)}</a></p>\n\n'


def _player(kind: str) -> Made:
    def made(given: Mapping[str, str], _inner: str, _uploads: Uploads) -> str | None:
        names = ("src", "mp3", "m4a", "ogg", "wav", "mp4", "m4v", "webm", "ogv")
        url = next((given[name] for name in names if given.get(name)), "")
        if not is_web_address(unescape(url)):
            return None
        return f'\n\n<{kind} src="{escape(unescape(url))}" controls></{kind}>\n\n'

    return made


_KNOWN: Final[dict[str, Made]] = {
    "caption": _caption,
    "wp_caption": _caption,
    "gallery": _gallery,
    "embed": _link,
    "youtube": _link,
    "audio": _player("audio"),
    "video": _player("video"),
}
