"""Finds the posts of a query: the best of the newest matches."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db import connection
from django.utils import timezone

from .query import Compiled

MOST_RANKED: Final = 2_000
"""Of more matches the newest are ranked."""

# What a word counts in the body, in tags, the summary, the headline (ts_rank's D, C, B, A).
_WEIGHTS: Final = "{0.1, 0.3, 0.4, 1.0}"
# A word that stands in the body alone, and not often.
_LEAST: Final = 0.02
# How much news of any age counts beside today's at least; the rest of it is halved in these days.
_OLDEST: Final = 0.3
_HALVED_IN: Final = 180

# Candidates come from the index and short rows alone: rank and phrases are looked at when few are
# left. MATERIALIZED, lest the planner take that apart. What it cannot see it takes for rare: so it
# finds words by their index (`FOUND`), and does not read all texts for one that stands in most.
# For phrases (`_SAID`) it can look only in what was found.
_CANDIDATES: Final = """
WITH candidates AS MATERIALIZED (
    SELECT entry.post_id, entry.shown_at
    FROM posts_searchentry AS entry
    WHERE {conditions}
    ORDER BY entry.shown_at DESC, entry.post_id DESC
    LIMIT %s
)
"""
_BEST: Final = """
SELECT
    (SELECT count(*) FROM candidates),
    (
        SELECT array_agg(post_id ORDER BY score DESC, shown_at DESC, post_id DESC)
        FROM (
            SELECT
                post_id,
                shown_at,
                (%s + ts_rank(%s::real[], brief, %s::tsquery))
                * (%s + (1 - %s) * 0.5::float8 ^ (
                    extract(epoch FROM %s::timestamptz - shown_at)::float8 / 86400 / %s
                )) AS score
            FROM (SELECT * FROM candidates ORDER BY shown_at DESC, post_id DESC LIMIT %s) AS newest
            JOIN posts_searchbrief USING (post_id)
            WHERE {phrases}
        ) AS scored
    )
"""
_NEWEST: Final = """
SELECT post_id FROM candidates WHERE {phrases} ORDER BY shown_at DESC, post_id DESC
"""
_PHRASES: Final = """
EXISTS (
    SELECT FROM posts_searchentry AS entry
    WHERE entry.post_id = {among}.post_id AND {said}
)
"""
# Read once, whether many posts have the tag or few.
_TAGGED: Final = """
(entry.post_id IN (SELECT content_object_id FROM posts_taggedpost WHERE tag_id = ANY(%s))) IS TRUE
"""
FOUND: Final = "entry.words @@ (SELECT %s::tsquery)"
_SAID: Final = "(entry.words @@ %s::tsquery) IS TRUE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Where to look. `sections` and `tags` are ids, None for any; times are aware."""

    sections: Sequence[int] | None = None
    tags: Sequence[int] | None = None
    start: datetime | None = None
    before: datetime | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The ids of posts, the best first. `more` says that there are older matches besides."""

    posts: list[int]
    more: bool


type _Sql = tuple[str, list[Any]]


def find(queries: Mapping[str, Compiled], bounds: Bounds) -> Found:
    """The best matches in some languages: {code: query}. One query of the database."""
    sql, values = statement(queries, bounds)
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        number, posts = cursor.fetchone()
    return Found(posts or [], more=number > MOST_RANKED)


def newest(queries: Mapping[str, Compiled], bounds: Bounds, number: int) -> list[int]:
    """The ids of the newest matches, newest first."""
    # A phrase narrows what was found: it is looked for in as many as a search looks in.
    phrased = any(query.phrases for query in queries.values())
    candidates, values = _candidates(queries, bounds, MOST_RANKED if phrased else number)
    phrases, more = _phrases(queries, "candidates")
    with connection.cursor() as cursor:
        cursor.execute(candidates + _NEWEST.format(phrases=phrases), [*values, *more])
        return [post for (post,) in cursor.fetchall()][:number]


def statement(queries: Mapping[str, Compiled], bounds: Bounds) -> _Sql:
    """The query by which `find` asks the database."""
    candidates, values = _candidates(queries, bounds, MOST_RANKED + 1)
    phrases, more = _phrases(queries, "newest")
    rank = " | ".join(dict.fromkeys(query.rank for query in queries.values()))
    scored = [_LEAST, _WEIGHTS, rank, _OLDEST, _OLDEST, timezone.now(), _HALVED_IN, MOST_RANKED]
    return candidates + _BEST.format(phrases=phrases), [*values, *scored, *more]


def _candidates(queries: Mapping[str, Compiled], bounds: Bounds, number: int) -> _Sql:
    matched, values = matching(queries, lambda query: query.match, FOUND)
    conditions: list[_Sql] = [("entry.shown_at <= %s", [timezone.now()]), (matched, values)]
    if bounds.sections is not None:
        conditions.append(("entry.section_id = ANY(%s)", [list(bounds.sections)]))
    if bounds.tags is not None:
        conditions.append((_TAGGED, [list(bounds.tags)]))
    if bounds.start is not None:
        conditions.append(("entry.shown_at >= %s", [bounds.start]))
    if bounds.before is not None:
        conditions.append(("entry.shown_at < %s", [bounds.before]))
    sql = _CANDIDATES.format(conditions=" AND ".join(sql for sql, _values in conditions))
    return sql, [*(value for _sql, values in conditions for value in values), number]


def _phrases(queries: Mapping[str, Compiled], among: str) -> _Sql:
    """The condition that candidates hold the phrases of the query of their language."""
    if not any(query.phrases for query in queries.values()):
        return "TRUE", []
    said, values = matching(queries, lambda query: query.phrases, _SAID)
    return _PHRASES.format(among=among, said=said), values


def matching[Q](queries: Mapping[str, Q], part: Callable[[Q], str], condition: str) -> _Sql:
    """The condition that an entry matches a part of the query of its language."""
    languages: dict[str, list[str]] = {}
    for language, query in queries.items():
        languages.setdefault(part(query), []).append(language)
    conditions: list[str] = []
    values: list[Any] = []
    for text, codes in languages.items():
        conditions.append("entry.language = ANY(%s)" + (f" AND {condition}" if text else ""))
        values += [codes, text] if text else [codes]
    return f"({' OR '.join(conditions)})", values
