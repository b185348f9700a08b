"""100,000 posts to measure with.

60,000 of them are in English and 40,000 in Chinese, of the length of a news story, with words and
tags as frequent as in a language (Zipf). A fifth is made by the site's own code; the others are
copies of those rows with dates and addresses of their own, which takes a minute and not ten.
BENCH_POSTS makes another number of them.
"""

import os
import random
import time
import uuid
from collections.abc import Iterator
from datetime import timedelta
from itertools import accumulate, batched

from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection
from django.db.models import Model
from django.utils import timezone

from bench.environment import FOLDER  # noqa: F401 — the site's folder, before anything of it
from posts.models import (
    Author,
    Authorship,
    Citation,
    FiledPost,
    Post,
    SearchEntry,
    TaggedPost,
)
from posts.search.entries import index_posts
from posts.workflow import Status
from sources.models import Publisher
from taxonomy.models import Category, Tag
from tests.factories import make_publication

POSTS = int(os.environ.get("BENCH_POSTS", "100000"))
COMMON, CHINESE_COMMON, WORDS, CHARACTERS = "market", "经济", 30_000, 3_000
TIMES = 5
MADE = POSTS // TIMES
SECTIONS, TAGS, AUTHORS, PUBLISHERS = 6, 2_000, 40, 60
MINUTES = 15
"""Between a post and the next."""
ROWS = (Post, TaggedPost, FiledPost, Citation, Authorship, SearchEntry)
_GUIDS = uuid.UUID("6f1f4f4e-2d0c-4f5e-9b53-1d2f2a6b7c11")


def fill() -> None:
    """Brings the database up to date, and makes the posts where there are none."""
    call_command("migrate", verbosity=0)
    if not Post.objects.exists():
        _Maker().make()
        _copy()
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def _copy() -> None:
    """Copies what was made, four times."""
    begun = time.perf_counter()
    index = next(index for index in SearchEntry._meta.indexes if index.name == "search_words")
    with connection.schema_editor() as editor:
        # Made anew at the end, in a fifth of the time.
        editor.remove_index(SearchEntry, index)
    last = {model: model.objects.order_by("-pk").values_list("pk", flat=True)[0] for model in ROWS}
    for turn in range(1, TIMES):
        for model in ROWS:
            _copy_rows(model, turn, last)
    with connection.schema_editor() as editor:
        editor.add_index(SearchEntry, index)
    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_sql(no_style(), list(ROWS)):
            cursor.execute(sql)
    print(f"{POSTS:,} posts with their copies, in {time.perf_counter() - begun:.0f} s more")


def _copy_rows(model: type[Model], turn: int, last: dict[type[Model], int]) -> None:
    post = f"{{}} + {turn * last[Post]}"
    others = {
        "id": f"id + {turn * last[model]}",
        "post_id": post.format("post_id"),
        "content_object_id": post.format("content_object_id"),
        "slug": f"slug || '-{turn}'",
        "guid": "'urn:uuid:' || gen_random_uuid()",
        "translation_key": f"md5(translation_key::text || '{turn}')::uuid",
        "published_at": f"published_at - interval '{turn * MINUTES} minutes'",
        "shown_at": f"shown_at - interval '{turn * MINUTES} minutes'",
    }
    columns = [field.column for field in model._meta.concrete_fields]
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({', '.join(columns)})"
            f" SELECT {', '.join(others.get(column, column) for column in columns)}"
            f" FROM {table} WHERE {model._meta.pk.column} <= %s",
            [last[model]],
        )


class _Maker:
    """Makes posts, and what they are listed and found by."""

    def __init__(self) -> None:
        self.chance = random.Random(26)
        self.now = timezone.now()
        self.sections: dict[str, list[Category]] = {}
        self.tags: dict[str, list[Tag]] = {}
        self.texts = {"en": _english(self.chance), "zh": _chinese(self.chance)}
        for code in self.texts:
            make_publication(code)
            self.sections[code] = Category.objects.bulk_create(
                Category(language=code, slug=f"c{n}", title=f"Category {n}", concept=f"c{n}")
                for n in range(SECTIONS)
            )
            self.tags[code] = Tag.objects.bulk_create(
                Tag(language=code, slug=f"t{n}", name=f"t{n}", title=f"Tag {n}", concept=f"t{n}")
                for n in range(TAGS)
            )
        self.authors = Author.objects.bulk_create(
            Author(name=f"Author {n}", slug=f"author-{n}") for n in range(AUTHORS)
        )
        self.publishers = Publisher.objects.bulk_create(
            Publisher(name=f"Publisher {n}", slug=f"publisher-{n}") for n in range(PUBLISHERS)
        )

    def make(self) -> None:
        """All of them, told on the way."""
        begun, indexing = time.perf_counter(), 0.0
        for numbers in batched(range(MADE), 1000, strict=False):
            posts = Post.objects.bulk_create(self._post(number) for number in numbers)
            TaggedPost.objects.bulk_create(row for post in posts for row in self._tagged(post))
            FiledPost.objects.bulk_create(row for post in posts for row in self._filed(post))
            Citation.objects.bulk_create(row for post in posts for row in self._cited(post))
            Authorship.objects.bulk_create(
                Authorship(post=post, author=self._drawn(self.authors, 1)[0]) for post in posts
            )
            started = time.perf_counter()
            index_posts(posts)
            indexing += time.perf_counter() - started
            print(f"\r{numbers[-1] + 1:,} posts", end="", flush=True)
        print(f" in {time.perf_counter() - begun:.0f} s, {indexing:.0f} s of it to index them")

    def _drawn[Row](self, rows: list[Row], number: int) -> list[Row]:
        """Some of them, the first ones far more often than the last."""
        weights = [1 / rank for rank in range(1, len(rows) + 1)]
        return list(dict.fromkeys(self.chance.choices(rows, weights=weights, k=number)))

    def _post(self, number: int) -> Post:
        code = "en" if number % 5 < 3 else "zh"
        title, summary, body = next(self.texts[code])
        return Post(
            publication_id=code,
            section=self.chance.choice(self.sections[code]),
            # Two of three in English have a translation.
            translation_key=uuid.uuid5(_GUIDS, str(number - 3 if code == "zh" else number)),
            slug=f"post-{number}",
            title=title[:300],
            summary=summary,
            body=f"<p>{body}</p>",
            status=Status.PUBLISHED,
            guid=uuid.uuid4().urn,
            # Not in the order in which they are stored, nor quite out of it: as after an import.
            published_at=self.now - timedelta(minutes=(number * 7919) % MADE * TIMES * MINUTES),
        )

    def _tagged(self, post: Post) -> Iterator[TaggedPost]:
        for place, tag in enumerate(self._drawn(self.tags[post.language], 4)):
            yield TaggedPost(content_object=post, tag=tag, labels=[tag.name], position=place)

    def _filed(self, post: Post) -> Iterator[FiledPost]:
        others = [self.chance.choice(self.sections[post.language])] if post.pk % 3 == 0 else []
        for place, category in enumerate(dict.fromkeys([post.section, *others])):
            yield FiledPost(post=post, category=category, label=category.slug, position=place)

    def _cited(self, post: Post) -> Iterator[Citation]:
        for place, publisher in enumerate(self._drawn(self.publishers, 2)):
            yield Citation(
                post=post,
                publisher=publisher,
                label=publisher.name,
                url=f"https://{publisher.slug}.example/{post.pk}",
                position=place,
            )


def _english(chance: random.Random) -> Iterator[tuple[str, str, str]]:
    words = ["the", "of", "to", *(f"word{number}" for number in range(3, WORDS))]
    weights = list(accumulate(1 / rank for rank in range(1, WORDS + 1)))
    while True:
        drawn = chance.choices(words, cum_weights=weights, k=280)
        for common in (COMMON, "government"):
            if chance.random() < 0.4:
                drawn[chance.randrange(280)] = common
        yield " ".join(drawn[:9]), " ".join(drawn[9:35]), " ".join(drawn[35:])


def _chinese(chance: random.Random) -> Iterator[tuple[str, str, str]]:
    # Words of two characters, as most are.
    characters = [chr(0x4E00 + number) for number in range(CHARACTERS)]
    weights = list(accumulate(1 / rank for rank in range(1, CHARACTERS + 1)))
    letters = iter(lambda: chance.choices(characters, cum_weights=weights, k=2), None)
    words = ["".join(next(letters)) for _number in range(WORDS)]
    weights = list(accumulate(1 / rank for rank in range(1, WORDS + 1)))
    while True:
        drawn = chance.choices(words, cum_weights=weights, k=260)
        if chance.random() < 0.4:
            drawn[chance.randrange(260)] = CHINESE_COMMON
        yield "".join(drawn[:10]), "".join(drawn[10:35]), "".join(drawn[35:])
