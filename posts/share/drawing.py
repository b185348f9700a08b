"""Draws a share picture, in the look of the site."""

from dataclasses import dataclass
from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw

from publication import look

from .fonts import Font, font_for

WIDTH: Final = 1200
HEIGHT: Final = 630
EDITION: Final = "1"
"""To be changed along with the drawing: every picture is then made anew."""

_MARGIN: Final = 72
_TOP: Final = 190
_BOTTOM: Final = 522
_SIZES: Final = (84, 76, 68, 60, 54, 48, 42)


@dataclass(frozen=True, slots=True)
class Matter:
    """What a picture says, all in one language, whose `locale` chooses the shapes of letters."""

    locale: str
    publication: str
    section: str
    title: str
    date: str


def draw(matter: Matter) -> bytes:
    """The picture as PNG. What no font of this machine can write is left out."""
    image = Image.new("RGB", (WIDTH, HEIGHT), look.PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, WIDTH, 14), fill=look.ACCENT)
    _line(pen, matter.publication, (_MARGIN, 74), 38, look.INK, matter.locale)
    pen.rectangle((_MARGIN, 136, WIDTH - _MARGIN, 139), fill=look.INK)
    _headline(pen, matter)
    pen.rectangle((_MARGIN, 548, WIDTH - _MARGIN, 549), fill=look.RULE)
    _line(pen, matter.section, (_MARGIN, 582), 28, look.ACCENT, matter.locale)
    _line(pen, matter.date, (WIDTH - _MARGIN, 582), 28, look.INK_SOFT, matter.locale, "rm")
    file = BytesIO()
    image.quantize(48).save(file, "PNG", optimize=True)
    return file.getvalue()


def _line(
    pen: ImageDraw.ImageDraw,
    text: str,
    place: tuple[int, int],
    size: int,
    colour: str,
    locale: str,
    anchor: str = "lm",
) -> None:
    font = font_for(text, size, locale)
    if font is not None:
        width = WIDTH - 2 * _MARGIN if anchor == "lm" else WIDTH // 2
        pen.text(place, _cut(text, font, width), colour, font, anchor=anchor)


def _headline(pen: ImageDraw.ImageDraw, matter: Matter) -> None:
    """As large as it fits; what does not fit at the smallest size ends in an ellipsis."""
    room, width = _BOTTOM - _TOP, WIDTH - 2 * _MARGIN
    for size in _SIZES:
        font = font_for(matter.title, size, matter.locale)
        if font is None:
            return
        leading = round(size * (1.32 if matter.locale.startswith("zh") else 1.18))
        lines, most = wrap(matter.title, font, width), room // leading
        if len(lines) > most and size == _SIZES[-1]:
            lines = [*lines[: most - 1], _cut(" ".join(lines[most - 1 :]), font, width)]
        if len(lines) <= most:
            _write(pen, lines, font, leading, _TOP + (room - len(lines) * leading) // 2)
            return


def _write(pen: ImageDraw.ImageDraw, lines: list[str], font: Font, leading: int, top: int) -> None:
    for number, line in enumerate(lines):
        middle = top + number * leading + leading // 2
        pen.text((_MARGIN, middle), line, look.INK, font, anchor="lm")


def wrap(text: str, font: Font, width: int) -> list[str]:
    """The text in lines no wider than `width`: broken at spaces, and between Chinese letters."""
    lines = [""]
    for piece in _pieces(text):
        longer = lines[-1] + piece
        if lines[-1] and font.getlength(longer.rstrip()) > width and piece[0] not in _NEVER_FIRST:
            lines.append(piece)
        else:
            lines[-1] = longer
    return [line.strip() for line in lines]


_NEVER_FIRST: Final = "，。、；：？！”’）》」』…,.;:?!)"


def _pieces(text: str) -> list[str]:
    """Words with the space after them; letters that need no spaces, each by itself."""
    pieces: list[str] = []
    for one in text:
        alone = "\u2e80" <= one <= "\u9fff" or "\uff00" <= one <= "\uffef"
        joins = pieces and not alone and not pieces[-1][-1].isspace() and pieces[-1][-1] < "\u2e80"
        if joins or (pieces and one.isspace()):
            pieces[-1] += one
        else:
            pieces.append(one)
    return pieces


def _cut(text: str, font: Font, width: int) -> str:
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(f"{text}…") > width:
        text = text[:-1]
    return f"{text.rstrip()}…"
