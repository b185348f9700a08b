"""Reads the files of the demo content. Pure, but for the reading."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
FENCE = "+++\n"


@dataclass(frozen=True, slots=True)
class Document:
    """A post or page: where it belongs, its front matter, and its HTML."""

    language: str
    section: str
    slug: str
    values: dict[str, Any]
    body: str


def site() -> dict[str, list[dict[str, Any]]]:
    """The lists of `site.toml`: publications, categories, tags, publishers."""
    return tomllib.loads((FOLDER / "site.toml").read_text(encoding="utf-8"))


def pictures() -> dict[str, dict[str, Any]]:
    """What `pictures.toml` says of each picture, by name."""
    return tomllib.loads((FOLDER / "pictures.toml").read_text(encoding="utf-8"))


def pages() -> Iterator[Document]:
    """`pages/<language>/<path>.html`."""
    return map(_document, sorted((FOLDER / "pages").glob("*/*.html")))


def posts() -> Iterator[Document]:
    """`posts/<language>/<section>/<slug>.html`."""
    return map(_document, sorted((FOLDER / "posts").glob("*/*/*.html")))


def _document(file: Path) -> Document:
    _empty, front_matter, body = file.read_text(encoding="utf-8").split(FENCE, 2)
    _kind, language, *section = file.parent.relative_to(FOLDER).parts
    return Document(
        language=language,
        section="".join(section),
        slug=file.stem,
        values=tomllib.loads(front_matter),
        body=body.strip(),
    )
