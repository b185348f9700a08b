"""The subjects that come nearest to a search that found nothing."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from django.db.models import Exists, OuterRef, Q

from posts.models import Post, TaggedPost
from posts.terms_in_use import tags_covered_lately
from taxonomy.models import Tag

from .query import Query
from .words import Kind, pieces, plain, without_accents

OFFERED: Final = 8
_CANDIDATES: Final = 400
_WORDS: Final = 8
_ALIKE: Final = 0.6


def nearest(query: Query, language: str) -> list[Tag]:
    """Tags with posts whose titles share words or characters with a query, the likest first.

    Where there are none, the subjects covered lately.
    """
    words = list(dict.fromkeys(_said(query)))[:_WORDS]
    begins = Q()
    for word in words:
        begins |= Q(title__icontains=word if not word.isascii() else word[:2])
    shown = TaggedPost.objects.filter(
        tag=OuterRef("pk"), content_object__in=Post.objects.published(language).order_by()
    )
    tags = (
        Tag.objects.filter(begins, Exists(shown), language=language)
        if words
        else Tag.objects.none()
    )
    scored = [(_likeness(words, tag.title), tag) for tag in tags.order_by("pk")[:_CANDIDATES]]
    alike = sorted((row for row in scored if row[0] >= _ALIKE), key=lambda row: -row[0])
    found = [tag for _score, tag in alike[:OFFERED]]
    return found or list(tags_covered_lately(language)[:OFFERED])


def _said(query: Query) -> Iterator[str]:
    for clause in query.wanted:
        for piece in clause.pieces:
            yield from (without_accents(word.text) for word in piece.words)


def _likeness(words: list[str], title: str) -> float:
    """How much of a query a title holds: 1 for a word, less for one that is only alike."""
    own = [word for piece in pieces(plain(title)) for word in piece.all]
    score = 0.0
    for asked in words:
        score += max(
            (
                1.0
                if asked == without_accents(word.text)
                else SequenceMatcher(None, asked, without_accents(word.text)).ratio()
                if word.kind is Kind.WORD and asked.isascii()
                else float(word.text.startswith(asked))
                for word in own
            ),
            key=lambda value: value if value >= _ALIKE else 0.0,
            default=0.0,
        )
    return score if score >= _ALIKE else 0.0
