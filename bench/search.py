"""What a search costs in the database.

    make bench-search

100,000 posts, 60,000 of them in English and 40,000 in Chinese, of the length of a news story, with
words as frequent as in a language (Zipf). The database is a new one in a temporary folder, or that
of DATABASE_URL.
"""

import os
import random
import statistics
import time
import uuid
from collections.abc import Iterator
from datetime import timedelta
from itertools import accumulate, batched

from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from bench.environment import FOLDER  # noqa: F401 — the site's folder, before anything of it
from posts.models import Post, TaggedPost
from posts.search.entries import index_posts
from posts.search.find import Bounds, statement
from posts.search.query import compile_for, parse
from posts.workflow import Status
from taxonomy.models import Category, Tag
from tests.factories import make_publication

POSTS = int(os.environ.get("BENCH_POSTS", "100000"))
ROUNDS = 40
ROW = "{:<44}{:>9}{:>9}{:>9}{:>9}"
COMMON, CHINESE_COMMON, WORDS, CHARACTERS = "market", "经济", 30_000, 3_000

QUERIES = {
    "rare word": ("en", "word25000", {}),
    "word in 1 %": ("en", "word300", {}),
    "word in 40 %": ("en", COMMON, {}),
    "two words, one in 40 %": ("en", f"{COMMON} word50", {}),
    "two words in 40 %": ("en", f"{COMMON} government", {}),
    "word in every post": ("en", "the", {}),
    "word in 40 %, without another": ("en", f"{COMMON} -government", {}),
    "phrase of words in 40 %": ("en", f'"{COMMON} government"', {}),
    "phrase in 1 %": ("en", '"word300 word40"', {}),
    "two characters, in 40 %": ("zh", CHINESE_COMMON, {}),
    "two characters, rare": ("zh", chr(0x4E00 + 900) + chr(0x4E00 + 300), {}),
    "four characters": ("zh", CHINESE_COMMON + chr(0x4E00 + 3) + chr(0x4E00 + 5), {}),
    "one character, in most": ("zh", "经", {}),
    "one character, rare": ("zh", chr(0x4E00 + 2500), {}),
    "word in 40 %, all languages": ("en zh", COMMON, {}),
    "word in 40 %, in a section": ("en", COMMON, {"sections": 1}),
    "word in 40 %, with a tag": ("en", COMMON, {"tags": 1}),
    "word in 40 %, of a month": ("en", COMMON, {"days": 30}),
    "32 words": ("en", " ".join(f"word{number}" for number in range(3, 35)), {}),
}


def main() -> None:
    """Prints everything."""
    fill()
    print(f"\n{POSTS:,} posts; {ROUNDS} rounds, in turns; milliseconds in the database\n")
    print(ROW.format("", "matches", "p50", "p95", "worst"))
    times = measure()
    for name, (matches, spent) in times.items():
        ordered = sorted(spent)
        p95 = ordered[int(len(ordered) * 0.95)]
        print(
            ROW.format(
                name,
                matches,
                f"{statistics.median(ordered):.1f}",
                f"{p95:.1f}",
                f"{ordered[-1]:.1f}",
            )
        )


def measure() -> dict[str, tuple[str, list[float]]]:
    """Asks everything in turns, so that what else runs here slows all alike."""
    asked = {"SELECT 1": ("SELECT 1, 1", []), "count of all entries": COUNT}
    asked |= {name: _statement(*query) for name, query in QUERIES.items()}
    times: dict[str, tuple[str, list[float]]] = {}
    with connection.cursor() as cursor:
        for turn in range(ROUNDS + 2):
            for name, (sql, values) in asked.items():
                begun = time.perf_counter()
                cursor.execute(sql, values)
                row = cursor.fetchone()
                spent = (time.perf_counter() - begun) * 1000
                times.setdefault(name, (f"{row[0]:,}", []))
                if turn >= 2:
                    times[name][1].append(spent)
    return times


COUNT = ("SELECT count(*) FROM posts_searchentry", [])


def _statement(languages: str, text: str, narrowed: dict[str, int]) -> tuple[str, list[object]]:
    queries = {code: compile_for(parse(text), code) for code in languages.split()}
    bounds = Bounds(
        sections=[Category.objects.first().pk] if "sections" in narrowed else None,
        tags=[Tag.objects.first().pk] if "tags" in narrowed else None,
        start=timezone.now() - timedelta(days=narrowed["days"]) if "days" in narrowed else None,
    )
    return statement(queries, bounds)


def fill() -> None:
    """Makes the posts and what they are found by, with the site's own code."""
    call_command("migrate", verbosity=0)
    if Post.objects.exists():
        return
    make_publication("en")
    make_publication("zh")
    terms = {
        code: (
            [
                Category.objects.create(language=code, slug=f"c{n}", title=f"Category {n}")
                for n in range(6)
            ],
            [
                Tag.objects.create(language=code, slug=f"t{n}", name=f"t{n}", title=f"Tag {n}")
                for n in range(500)
            ],
        )
        for code in ("en", "zh")
    }
    chance = random.Random(26)
    english, chinese = _english(chance), _chinese(chance)
    begun, indexing = time.perf_counter(), 0.0
    for numbers in batched(range(POSTS), 1000, strict=False):
        posts = []
        for number in numbers:
            code, texts = ("en", english) if number % 5 < 3 else ("zh", chinese)
            posts.append(_post(number, code, chance.choice(terms[code][0]), next(texts)))
        Post.objects.bulk_create(posts)
        TaggedPost.objects.bulk_create(
            TaggedPost(content_object=post, tag=tag, labels=[tag.name], position=place)
            for post in posts
            for place, tag in enumerate(
                set(chance.choices(terms[post.language][1], weights=range(500, 0, -1), k=4))
            )
        )
        started = time.perf_counter()
        index_posts(posts)
        indexing += time.perf_counter() - started
        print(f"\r{numbers[-1] + 1:,} posts", end="", flush=True)
    print(f" in {time.perf_counter() - begun:.0f} s, {indexing:.0f} s of it to index them")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
        cursor.execute(
            "SELECT pg_size_pretty(pg_relation_size('posts_searchentry')),"
            " pg_size_pretty(pg_total_relation_size('posts_searchentry')),"
            " pg_size_pretty(pg_relation_size('search_words'))"
        )
        print("entries {}, with everything {}, of it the index {}".format(*cursor.fetchone()))


def _post(number: int, code: str, section: Category, text: tuple[str, str, str]) -> Post:
    title, summary, body = text
    return Post(
        publication_id=code,
        section=section,
        slug=f"post-{number}",
        title=title[:300],
        summary=summary,
        body=f"<p>{body}</p>",
        status=Status.PUBLISHED,
        guid=uuid.uuid4().urn,
        # Not in the order in which they are stored, nor quite out of it: as after an import.
        published_at=timezone.now() - timedelta(hours=(number * 7919) % POSTS / 4),
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


if __name__ == "__main__":
    main()
