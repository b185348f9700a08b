"""Where a page stood and where it is to stand. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from posts.models.address import SLUG
from publication.models.page import PATH, RESERVED
from taxonomy.slugs import NoAddressError, slug_from_title, slugify_term

from .lines import HugoPage

LONGEST_SLUG: Final = 200
_ENDING: Final = re.compile(r"(?:(?:^|/)index)?\.html?\Z")
_NEVER_A_SECTION: Final = re.compile(r"[\d-]+|page")


@dataclass(frozen=True, slots=True)
class PostPlace:
    """The section and the slug of a post; `kept` where that is the address that it had."""

    section: str
    slug: str
    kept: bool = False

    def path(self, language: str) -> str:
        return f"/{language}/posts/{self.section}/{self.slug}/"


def code_of(language: str) -> str:
    """The code that a publication has for a language's key: `pt_BR` → `pt-br`."""
    return language.lower().replace("_", "-")


def post_place(page: HugoPage, base: str, section: str) -> PostPlace:
    """The place of a post below a base path: its own where that has our form.

    Else its section is the first folder below the top one that is no number, else its first
    category, else `section`.
    """
    address = unquote(page.address)
    parts = _parts(address.removeprefix(base))
    ours = [code_of(page.language), "posts"]
    is_like_ours = address.endswith("/") and len(parts) == 4 and parts[:2] == ours
    if is_like_ours and _is_our_form(parts[2], parts[3]):
        return PostPlace(parts[2], parts[3], kept=not base)
    folders = _parts(page.path)[1:-1]
    candidates = (*folders, *page.named.get("categories", ())[:1], section)
    slugs = (found for text in candidates if (found := _section(text)))
    return PostPlace(next(slugs, "news"), _slug(page, parts))


def page_path(page: HugoPage, base: str) -> str:
    """The path of a Page below its language: `about`; "" where it can have none."""
    parts = _parts(_ENDING.sub("", unquote(page.address).removeprefix(base)))
    if parts and parts[0].lower() == page.language.lower():
        parts = parts[1:]
    path = "/".join(parts)
    if not re.fullmatch(PATH, path):
        try:
            path = "/".join(map(slug_from_title, parts))
        except NoAddressError:
            return ""
    is_free = bool(path) and path.partition("/")[0] not in RESERVED
    return path if is_free and len(path) <= LONGEST_SLUG else ""


def alias_path(alias: str, page: HugoPage, base: str, *, ugly: bool) -> str:
    """The decoded path at which Hugo writes an alias (hugolib/site_render.go, renderAliases).

    One with a slash in front is meant from the root of the site, in no language; any other from
    the folder of the page. One that does not end in `.html` is a folder.
    """
    alias = unquote(alias)
    if alias.startswith("/"):
        path = _joined(alias)
    else:
        folder = unquote(page.address).removeprefix(base)
        folder = _ENDING.sub("/", folder) if folder.endswith((".html", ".htm")) else folder
        path = _joined(folder, "..", alias)
    if ugly and not path.endswith(".html"):
        path += ".html"
    return f"{base}{path}" if path.endswith(".html") else f"{base}{path.rstrip('/')}/"


def _joined(*parts: str) -> str:
    kept: list[str] = []
    for part in "/".join(parts).split("/"):
        if part == "..":
            kept = kept[:-1]
        elif part not in ("", "."):
            kept.append(part)
    return "/" + "/".join(kept)


def _parts(path: str) -> list[str]:
    return [part for part in path.split("/") if part]


def _slug(page: HugoPage, parts: Iterable[str]) -> str:
    """The last part of the address, else of the headline, else of the file."""
    last = _ENDING.sub("", (list(parts) or [""])[-1])
    if _is_slug(last):
        return last
    for text in (page.title, *reversed(_parts(page.path))):
        try:
            return slug_from_title(text)
        except NoAddressError:
            continue
    return "untitled"


def _is_our_form(section: str, slug: str) -> bool:
    """`page/2` is a list's; else any section that is spelt as an address spells it."""
    return (
        _is_slug(slug) and _spelt(section) == section and not (section == "page" and slug.isdigit())
    )


def _section(text: str) -> str:
    slug = _spelt(text)
    return "" if _NEVER_A_SECTION.fullmatch(slug) else slug


def _spelt(text: str) -> str:
    try:
        slug = slugify_term(text).replace("/", "-")
    except NoAddressError:
        return ""
    return slug if _is_slug(slug) else ""


def _is_slug(text: str) -> bool:
    is_one = re.fullmatch(SLUG, text) is not None
    return is_one and len(text) <= LONGEST_SLUG and any(c.isalnum() for c in text)
