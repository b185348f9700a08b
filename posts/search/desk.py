"""Finds posts for editors: also those that no reader sees."""

from collections.abc import Iterable
from typing import Final

from django.db import connection

from posts.in_use import post_at
from posts.models import Post
from posts.redirect_paths import old_path
from publication.known import known

from .find import FOUND, matching
from .query import beginnings, compile_for, parse
from .stems import dictionary

MOST: Final = 2_000
"""Of more matches these are the newest."""

_NEWEST: Final = """
SELECT entry.post_id FROM posts_searchentry AS entry
WHERE {matching}
ORDER BY entry.post_id DESC
LIMIT %s
"""


def find_any(typed: str, languages: Iterable[str]) -> list[int]:
    """The ids of posts in which stands all that was typed: words, or how they begin."""
    query = parse(typed)
    if not query.wanted:
        return []
    by_language = {code: dictionary(code) for code in languages}
    one_of_each = {name: code for code, name in by_language.items()}
    made = {name: beginnings(compile_for(query, code).match) for name, code in one_of_each.items()}
    queries = {code: made[name] for code, name in by_language.items()}
    condition, values = matching(queries, lambda match: match, FOUND)
    with connection.cursor() as cursor:
        cursor.execute(_NEWEST.format(matching=condition), [*values, MOST])
        return [post for (post,) in cursor.fetchall()]


def found_at_desk(typed: str) -> list[int]:
    """The ids of the posts that an editor looks for by words, by an address or by its last part."""
    typed = typed.strip()
    codes = [row.code for row in known()]
    path = old_path(typed) if "/" in typed else ""
    post = post_at(path) if path else None
    if post is not None:
        return [post.pk]
    last = (path or typed).rstrip("/").rpartition("/")[2]
    named = Post.objects.filter(publication__code__in=codes, slug=last).order_by("-pk")
    found = [*named.values_list("pk", flat=True)[:MOST], *find_any(typed, codes)]
    return list(dict.fromkeys(found))
