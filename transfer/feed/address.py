"""What the address of an entry tells: which post it is, or that it is none."""

import re
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE)
_LISTS = frozenset({"posts", "tags", "categories"})


class PostAddress(NamedTuple):
    """The parts of `/<language>/posts/<section>/<slug>/`, decoded."""

    language: str
    section: str
    slug: str


def post_address(link: str) -> PostAddress | None:
    """Return the parts of a post's address on any host, below any path; None for other links.

    `index.html` at the end is tolerated; query and fragment do not count. An escaped slash is not
    one that parts segments, and no slug holds one.
    """
    segments = _segments(link)
    if len(segments) < 4 or segments[-3] != "posts" or _ends_in_page_number(segments):
        return None
    language, _, section, slug = segments[-4:]
    if not _LANGUAGE.fullmatch(language) or "/" in section + slug:
        return None
    return PostAddress(language, section, slug)


def is_list_address(link: str) -> bool:
    """Tell whether a link leads to a list page of a Hugo site, which is no post.

    Such are `/<language>/`, `…/posts/`, and all below `…/tags/` and `…/categories/`, with a
    language before it or, on a site of one language, right below the root.
    """
    segments = _segments(link)
    if len(segments) == 1 and _LANGUAGE.fullmatch(segments[0]):
        return True
    for place, segment in enumerate(segments):
        has_language = place == 0 or _LANGUAGE.fullmatch(segments[place - 1])
        if segment in _LISTS and has_language:
            rest = segments[place + 1 :]
            return segment != "posts" or not rest or _ends_in_page_number(segments)
    return False


def _ends_in_page_number(segments: list[str]) -> bool:
    return len(segments) > 1 and segments[-2] == "page" and segments[-1].isdigit()


def _segments(link: str) -> list[str]:
    """Return the decoded segments of a link's path; none for what is no link."""
    try:
        path = urlsplit(link).path
    except ValueError:
        return []
    segments = [unquote(segment) for segment in path.split("/") if segment]
    return segments[:-1] if segments[-1:] == ["index.html"] else segments
