"""Writes what posts are found by: their SearchEntry."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.db import connection, transaction
from django.db.models import Exists, OuterRef

from posts.models import Post, SearchEntry
from posts.models.queryset import PostQuerySet
from posts.workflow import Status
from safeguards.text import plain_text

from .stems import Stem, stems
from .words import Kind, Word, occurrences, plain

RULES: Final = 1
"""To be raised with every change to what is stored of a post: all entries are then made anew."""

# Between what is said in different places, so that no phrase reaches from one into the other.
_GAP: Final = 10
# Of the words of a body, as many count for the rank if they stand there this often.
_FREQUENT: Final = 16
_OFTEN: Final = 3
# PostgreSQL keeps no position beyond the first, and no more text in one row than the second.
_LAST_POSITION: Final = 16_383
_MOST_BYTES: Final = 900_000

_STORE = """
WITH made AS (
    SELECT %s::integer AS version, made.*
    FROM unnest(
        %s::bigint[], %s::text[], %s::bigint[], %s::timestamptz[], %s::text[], %s::text[]
    ) AS made (post_id, language, section_id, shown_at, words, brief)
), briefs AS (
    INSERT INTO posts_searchbrief (post_id, brief)
    SELECT post_id, brief::tsvector FROM made
    ON CONFLICT (post_id) DO UPDATE SET brief = excluded.brief
)
INSERT INTO posts_searchentry (post_id, language, section_id, shown_at, version, words)
SELECT post_id, language, section_id, shown_at, version, words::tsvector FROM made
ON CONFLICT (post_id) DO UPDATE SET
    (language, section_id, shown_at, version, words) =
    (excluded.language, excluded.section_id, excluded.shown_at, excluded.version, excluded.words)
"""


@dataclass(frozen=True, slots=True)
class _Matter:
    """The words of a post by the weight of where they stand: A headline … D body."""

    post: Post
    parts: list[tuple[str, list[tuple[str, int, bool]]]]


def version() -> int:
    """Of the rules by which entries are made now. Stems are the server's: another knows others."""
    server: int = connection.pg_version  # type: ignore[attr-defined]
    return RULES * 1000 + server // 10_000


def index_post(post: Post) -> None:
    """Write the entry of a post as it is stored. The caller holds the post's lock."""
    index_posts([post])


def index_posts(posts: Sequence[Post], labels: Mapping[int, Sequence[str]] | None = None) -> None:
    """Write the entries of posts whose locks the caller holds.

    `labels` are those of the tags of each post, by its pk, where the caller knows them.
    """
    by_language: dict[str, list[_Matter]] = {}
    for post in posts:
        known = labels[post.pk] if labels is not None else _labels(post)
        by_language.setdefault(post.language, []).append(_matter(post, known))
    for language, matters in by_language.items():
        stemmed = {
            text
            for matter in matters
            for _weight, words in matter.parts
            for text, _position, has_stem in words
            if has_stem
        }
        _store(matters, stems(stemmed, language))


def unindexed() -> PostQuerySet:
    """Posts without an entry, or with one that was made by other rules."""
    current = SearchEntry.objects.filter(post=OuterRef("pk"), version=version())
    return Post.objects.filter(~Exists(current)).order_by("pk")


def index_some(posts: PostQuerySet, number: int, *, wait: bool) -> int:
    """Index the first `number` posts, and say how many they were.

    Those that an action holds at this moment are waited for or left to it.
    """
    with transaction.atomic():
        locked = posts.select_for_update(of=("self",), skip_locked=not wait)
        found = list(locked.prefetch_related("tagged")[:number])
        index_posts(found)
    return len(found)


def _labels(post: Post) -> list[str]:
    return [label for row in post.tagged.all() for label in row.labels]


def _matter(post: Post, labels: Iterable[str]) -> _Matter:
    written = [("A", post.title), ("B", post.summary), *(("C", label) for label in labels)]
    parts, position = [], 1
    for weight, text in (*written, ("D", plain_text(post.body))):
        found, after = occurrences(plain(text), position)
        position = after + _GAP if found else position
        parts.append((weight, found))
    return _Matter(post, parts)


def _store(matters: Iterable[_Matter], known: dict[str, Stem]) -> None:
    empty = frozenset(word for word, stem in known.items() if stem.empty)
    rows = [
        (
            matter.post.pk,
            matter.post.language,
            matter.post.section_id,
            matter.post.published_at if matter.post.status == Status.PUBLISHED else None,
            _vector(_places(matter, known)),
            _vector(_brief(matter, known, empty)),
        )
        for matter in matters
    ]
    with connection.cursor() as cursor:
        cursor.execute(_STORE, [version(), *map(list, zip(*rows, strict=True))])


def lexeme_of(word: Word, known: dict[str, Stem]) -> str:
    """What a word is stored as."""
    return known[word.text].lexeme if word.kind is Kind.WORD else word.text


def _places(matter: _Matter, known: dict[str, Stem]) -> dict[str, list[str]]:
    """Where each lexeme stands: `12`, with the weight of its place `12A`."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for weight, words in matter.parts:
        for text, position, has_stem in words:
            lexeme = known[text][0] if has_stem else text
            if position > _LAST_POSITION:
                position = _LAST_POSITION  # noqa: PLW2901 — `min` takes as long as all the rest
            places[lexeme].append(f"{position}{weight}")
    return places


def _brief(matter: _Matter, known: dict[str, Stem], empty: frozenset[str]) -> dict[str, list[str]]:
    """The lexemes of headline, summary and tags, and those that the body repeats.

    `empty` are the words among the known ones that say nothing.
    """
    places: dict[str, list[str]] = {}
    body: Counter[str] = Counter()
    for weight, words in matter.parts:
        if weight == "D":
            body.update(
                [
                    known[text][0] if has_stem else text
                    for text, _position, has_stem in words
                    if not (has_stem and text in empty)
                ]
            )
            continue
        for text, position, has_stem in words:
            lexeme = known[text].lexeme if has_stem else text
            places.setdefault(lexeme, []).append(f"{position}{weight}")
    often = [(lexeme, times) for lexeme, times in body.items() if times >= _OFTEN]
    # The first of those that are there as often, as they stand in the text.
    often.sort(key=lambda row: -row[1])
    for lexeme, times in often[:_FREQUENT]:
        places.setdefault(lexeme, []).extend(f"{at + 1}D" for at in range(min(times, 4)))
    return places


def _vector(places: dict[str, list[str]]) -> str:
    """A tsvector as PostgreSQL reads it: `'china':3A,40 'trade':4A`.

    Of a text longer than any book's it holds the beginning.
    """
    entries, size = [], 0
    for lexeme, positions in places.items():
        if not lexeme:
            continue
        length = len(lexeme) if lexeme.isascii() else len(lexeme.encode())
        size += length + 2 * min(len(positions), 256) + 4
        if size > _MOST_BYTES:
            break
        if not lexeme.isalnum():
            lexeme = lexeme.replace("\\", "\\\\").replace("'", "''")  # noqa: PLW2901
        entries.append(f"'{lexeme}':{','.join(positions)}")
    return " ".join(entries)
