"""What becomes of each page, decided before anything is stored. One reading of the export.

Only addresses are kept of each page, not its text.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import Enum
from typing import Final
from urllib.parse import unquote

from transfer.moving import Skipped

from .config import FEEDS
from .export import Export
from .lines import HugoPage
from .places import PostPlace, code_of, page_path, post_place
from .refusal import HugoError

_NEEDS_A_PROGRAM: Final = {
    **dict.fromkeys(["ad", "adoc", "asciidoc", "asciidocext"], "AsciiDoc"),
    **dict.fromkeys(["pandoc", "pdc"], "Pandoc's Markdown"),
    **dict.fromkeys(["rst", "restructuredtext"], "reStructuredText"),
}
_FIRST: Final = datetime.min.replace(tzinfo=UTC)


class Becomes(Enum):
    POST = "post"
    PAGE = "page"
    LIST = "list"


@dataclass(slots=True)
class Spot:
    """A page in the export: where its line begins, where it stood and where it is to stand.

    `same_file` tells it from the pages of other languages that are made of the same file.
    """

    place: int
    becomes: Becomes
    language: str
    address: str
    permalink: str
    date: datetime
    was_public: bool
    new: str = ""
    post: PostPlace | None = None
    same_file: str = ""


@dataclass(slots=True)
class Plan:
    """All that becomes something. `moves` leads from old decoded paths to new ones."""

    posts: list[Spot] = field(default_factory=list)
    pages: list[Spot] = field(default_factory=list)
    lists: list[Spot] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    moves: dict[str, str] = field(default_factory=dict)
    feeds: list[str] = field(default_factory=list)
    public_terms: set[str] = field(default_factory=set)
    sections: set[tuple[str, str]] = field(default_factory=set)
    resources: set[str] = field(default_factory=set)
    outputs: set[str] = field(default_factory=set)
    pictures: int = 0
    sources: dict[str, str] = field(default_factory=dict)
    posts_sections: dict[str, frozenset[str]] = field(default_factory=dict)


def plan_of(export: Export, chosen: Sequence[str], section: str, now: datetime) -> Plan:
    """Decide what becomes of each page. `chosen` are the top sections of posts, if any are named.

    Raises HugoError for a section that is not there, and for an export without an end.
    """
    known = set().union(*export.sections.values())
    if unknown := [name for name in chosen if name not in known]:
        there = ", ".join(sorted(filter(None, known))) or "none"
        raise HugoError(f"No page is in the folder “{unknown[0]}”; the folders are: {there}.")
    plan = Plan(posts_sections=_posts_sections(export, chosen))
    for place, page in export.pages():
        base = export.base_path(page.language)
        # Pages of HTML are not rendered: what is at such an address is a file of the site.
        plan.outputs.update(unquote(it.path) for it in page.outputs if it.media != "text/html")
        sections = plan.posts_sections.get(page.language, frozenset())
        # A section with a text of its own and no posts is a page to its readers.
        is_page = page.kind == "section" and page.section not in sections and page.content.strip()
        if page.kind != "page" and not is_page:
            _add_list(plan, place, page, now)
            continue
        plan.resources.update(unquote(path) for path in page.resources)
        if not page.address:
            plan.skipped.append(Skipped("page", page.name, "it has no address", lost=False))
            continue
        if language := unreadable(page):
            why = f"it is written in {language}, for which Hugo needs another program: none is run"
            plan.skipped.append(Skipped("post" if page.date else "page", page.name, why))
        elif page.kind == "page" and is_post(page, sections):
            spot = _spot(place, page, Becomes.POST, now)
            spot.post = post_place(page, base, section)
            if plan.sources.setdefault(page.file, page.language) != page.language:
                spot.same_file = f"@{page.language}"
            plan.posts.append(spot)
            plan.pictures += page.has_picture
            if spot.was_public:
                plan.public_terms.update(
                    unquote(term.path) for terms in page.terms.values() for term in terms
                )
                plan.sections.add((page.language, spot.post.section))
        else:
            _add_page(plan, place, page, base, now)
    plan.skipped.extend(Skipped("line", name, why) for name, why in export.bad)
    _settle(plan)
    plan.moves.update({spot.address: spot.new for spot in plan.pages if spot.address != spot.new})
    return plan


def unreadable(page: HugoPage) -> str:
    """The language of a text that Hugo cannot read by itself: it hands over the source as it is."""
    ending = page.file.rpartition(".")[2]
    return _NEEDS_A_PROGRAM.get((page.markup or ending).lower(), "")


def is_post(page: HugoPage, sections: frozenset[str]) -> bool:
    """Whether a page is news: in a section of posts and dated, or else not finished."""
    return page.section in sections and (page.date is not None or page.draft)


def publication_date(page: HugoPage, now: datetime) -> datetime | None:
    """The date that Hugo shows; the one that it waits for, where only that says the right thing.

    Hugo holds a page back until its `publishDate`, whatever its date says.
    """
    due = page.publish_date or page.date
    if page.date is None or due is None:
        return due
    return page.date if (page.date > now) == (due > now) else due


def is_expired(page: HugoPage, now: datetime) -> bool:
    return page.expiry_date is not None and page.expiry_date <= now


def _posts_sections(export: Export, chosen: Sequence[str]) -> dict[str, frozenset[str]]:
    """For each language the top sections that hold posts: named, or `posts`, or Hugo's own."""
    has_posts = any("posts" in sections for sections in export.sections.values())
    return {
        language: frozenset(chosen or (("posts",) if has_posts else site.sections))
        for language, site in export.sites.items()
    }


def _spot(place: int, page: HugoPage, becomes: Becomes, now: datetime) -> Spot:
    date = publication_date(page, now)
    public = not page.draft and (date is None or date <= now) and not is_expired(page, now)
    return Spot(
        place=place,
        becomes=becomes,
        language=page.language,
        address=unquote(page.address),
        permalink=page.permalink,
        date=date or _FIRST,
        was_public=public,
    )


def _add_list(plan: Plan, place: int, page: HugoPage, now: datetime) -> None:
    plan.feeds.extend(output.path for output in page.outputs if output.media in FEEDS)
    plan.lists.append(_spot(place, page, Becomes.LIST, now))


def _add_page(plan: Plan, place: int, page: HugoPage, base: str, now: datetime) -> None:
    spot = _spot(place, page, Becomes.PAGE, now)
    path = page_path(page, base)
    if page.section in plan.posts_sections.get(page.language, ()) and not path:
        why = "it has no date, which a post needs: write one in its front matter"
        plan.skipped.append(Skipped("post", page.name, why))
    elif not spot.was_public:
        why = "it is a draft, not yet due or expired, and a page that is no post is always public"
        plan.skipped.append(Skipped("page", page.name, why))
    elif not path:
        why = f"its address, “{page.address}”, belongs to another part of this site"
        plan.skipped.append(Skipped("page", page.name, why))
    else:
        spot.new = f"/{code_of(page.language)}/{path}/"
        plan.pages.append(spot)


def _settle(plan: Plan) -> None:
    """Give each post an address of its own: those that keep theirs first, then the older ones."""
    taken: set[tuple[str, str, str]] = set()

    def order(spot: Spot) -> tuple[bool, datetime, str]:
        return (not (spot.post and spot.post.kept), spot.date, spot.address)

    for spot in sorted(plan.posts, key=order):
        if spot.post is None:
            continue
        language, wanted, number = code_of(spot.language), spot.post, 2
        while (language, wanted.section, wanted.slug) in taken:
            wanted = replace(spot.post, slug=f"{spot.post.slug}-{number}", kept=False)
            number += 1
        taken.add((language, wanted.section, wanted.slug))
        spot.post, spot.new = wanted, wanted.path(language)
        if spot.address != spot.new:
            plan.moves[spot.address] = spot.new
    plan.posts.sort(key=lambda spot: (spot.date, spot.address))
