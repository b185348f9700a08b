"""Where readers who asked in vain may have wanted to go. A handful of queries for many paths."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import reduce
from operator import or_
from typing import Any, Final
from urllib.parse import unquote

from django.db.models import Q
from django.utils.translation import gettext as _

from posts.in_use import is_in_use
from posts.models import Post
from posts.models.queryset import PostQuerySet
from publication.known import known
from taxonomy.models import Category, Tag
from taxonomy.slugs import NoAddressError, slugify_term

_LIKE_ENOUGH: Final = 0.72
_CANDIDATES: Final = 500
_TRAILING: Final = re.compile(r"[\s.,;:!?)\]}>\"'’”»。，；：！？）】》、]+$")
_NUMBERED: Final = re.compile(r"-\d{1,3}$")
_TERM: Final = re.compile(r"/([^/]+)/(tags|categories)/(.+?)/?")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`path` is decoded and in use; `why` a few words for the editor."""

    path: str
    why: str


def suggest(paths: Collection[str]) -> dict[str, Suggestion]:
    """The likeliest place for each path for which there is one."""
    found: dict[str, Suggestion] = {}
    languages = tuple(f"/{row.code}/" for row in known())
    for path in paths:
        if (slip := _slip(path, languages)) is not None:
            found[path] = slip
    for look in (_terms, _same_slug, _near_slug):
        found |= look([path for path in paths if path not in found])
    return found


def _slip(path: str, languages: tuple[str, ...]) -> Suggestion | None:
    """What a mail program, a typist or a careless link made of an address."""
    ways = (
        (unquote(path), _("percent-encoded twice")),
        (path.removesuffix("index.html").removesuffix("index.htm"), _("the folder")),
        (_with_slash(path), _("a slash is missing")),
        (re.sub(r"/{2,}", "/", path), _("a slash too many")),
        (_with_slash(_TRAILING.sub("", path.rstrip("/"))), _("what follows is no part of it")),
        (_with_slash(re.split(r"[&;]|%26|\s", path)[0]), _("what follows is no part of it")),
        (path.lower(), _("in lower case")),
        (_with_slash(path.lower()), _("in lower case")),
    )
    for way, why in ways:
        if way != path and way.startswith(languages) and is_in_use(way):
            return Suggestion(way, why)
    return None


def _terms(paths: list[str]) -> dict[str, Suggestion]:
    """The tag or category that is meant by another spelling."""
    found = {}
    for path in paths:
        asked = _TERM.fullmatch(path)
        if asked is None:
            continue
        kind = Tag if asked[2] == "tags" else Category
        try:
            slug = slugify_term(asked[3])
        except NoAddressError:
            continue
        rows = kind._default_manager.filter(language=asked[1])
        if (term := rows.filter(slug=slug).first()) is not None:
            found[path] = Suggestion(unquote(term.get_absolute_url()), _("the same, spelt so"))
            continue
        alike = rows.filter(slug__startswith=slug[:2])[:_CANDIDATES]
        if (like := _likest(slug, {it.slug: it for it in alike})) is not None:
            found[path] = Suggestion(unquote(like.get_absolute_url()), _("called alike"))
    return found


def _same_slug(paths: list[str]) -> dict[str, Suggestion]:
    """The post of that slug in another section or language; in the same language first."""
    slugs = {path: {slug, _NUMBERED.sub("", slug)} for path in paths if (slug := slug_in(path))}
    wanted = set[str]().union(*slugs.values())
    posts: dict[str, list[Post]] = {}
    for post in _shown(Post.objects.published().filter(slug__in=wanted)) if wanted else ():
        posts.setdefault(post.slug, []).append(post)
    found = {}
    order = {row.code: place for place, row in enumerate(known())}
    for path, asked in slugs.items():
        language = path.split("/", 2)[1]

        def rank(post: Post, slug: str = max(asked, key=len), language: str = language) -> Any:
            return post.slug != slug, post.language != language, order.get(post.language)

        candidates = sorted((post for slug in asked for post in posts.get(slug, [])), key=rank)
        for post in candidates[:1]:
            is_elsewhere = language in order and language != post.language
            why = _("the same slug, another language") if is_elsewhere else _("the same slug")
            found[path] = Suggestion(post.path, why)
    return found


def _near_slug(paths: list[str]) -> dict[str, Suggestion]:
    """The post whose slug is most like it and begins alike."""
    slugs = {path: slug for path in paths if len(slug := slug_in(path)) > 3}
    begins = {_beginning(slug) for slug in slugs.values()}
    if not begins:
        return {}
    alike = reduce(or_, (Q(slug__startswith=begin) for begin in begins))
    posts = {post.slug: post for post in _shown(Post.objects.published().filter(alike))}
    found = {}
    for path, slug in slugs.items():
        begin = _beginning(slug)
        here = {it: post for it, post in posts.items() if it.startswith(begin)}
        if (post := _likest(slug, here)) is not None:
            found[path] = Suggestion(post.path, _("a slug like it"))
    return found


def slug_in(path: str) -> str:
    """The last part of a path, as a slug would be: `a-b` of `/2019/04/A-B.html`."""
    parts = [part for part in path.split("/") if part]
    if parts and parts[-1].startswith(("index.", "atom.", "feed.")):
        parts.pop()
    return re.sub(r"\.(?:html?|aspx?|php)$", "", parts[-1]).lower() if parts else ""


def _beginning(slug: str) -> str:
    return slug[: max(len(slug) // 3, 2)][:12]


def _likest[Row](slug: str, rows: dict[str, Row]) -> Row | None:
    scored = ((SequenceMatcher(None, slug, other).ratio(), other) for other in rows)
    score, other = max(scored, default=(0.0, ""))
    return rows[other] if score >= _LIKE_ENOUGH else None


def _with_slash(path: str) -> str:
    return path if path.endswith("/") else f"{path}/"


def _shown(posts: PostQuerySet) -> Iterable[Post]:
    return posts.select_related("section").defer("body", "summary")[:_CANDIDATES]
