"""What a search costs in the database.

    .venv/bin/python -m bench.search

The posts are those of `bench.corpus`. BENCH_FOLDER names a folder in which they are kept for the
next time; else the database is a new one in a temporary folder, or that of DATABASE_URL.
"""

import statistics
import time
from datetime import timedelta

from django.db import connection
from django.utils import timezone

from bench.backend import processor_time
from bench.corpus import CHINESE_COMMON, COMMON, POSTS, fill
from posts.search.find import Bounds, statement
from posts.search.query import compile_for, parse
from taxonomy.models import Category, Tag

ROUNDS = 40
ROW = "{:<34}{:>9}{:>9}{:>9}{:>9}{:>9}{:>9}"

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
    tell_sizes()
    print(f"\n{POSTS:,} posts; {ROUNDS} rounds, in turns; milliseconds in the database, and those")
    print("for which it had a processor: what else runs here makes it wait\n")
    print(ROW.format("", "matches", "p50", "p95", "worst", "cpu p50", "cpu p95"))
    for name, (matches, spent) in measure().items():
        passed, worked = (sorted(times) for times in zip(*spent, strict=True))
        figures = [p50(passed), p95(passed), passed[-1], p50(worked), p95(worked)]
        print(ROW.format(name, matches, *(f"{figure:.1f}" for figure in figures)))


def p50(ordered: list[float]) -> float:
    """The median."""
    return statistics.median(ordered)


def p95(ordered: list[float]) -> float:
    """What 95 of 100 do not exceed."""
    return ordered[int(len(ordered) * 0.95)]


def tell_sizes() -> None:
    """Prints what entries take on disk."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_size_pretty(pg_relation_size('posts_searchentry')),"
            " pg_size_pretty(pg_total_relation_size('posts_searchentry')),"
            " pg_size_pretty(pg_relation_size('search_words'))"
        )
        print("entries {}, with everything {}, of it the index {}".format(*cursor.fetchone()))


def measure() -> dict[str, tuple[str, list[tuple[float, float]]]]:
    """Asks everything in turns, so that what else runs here slows all alike."""
    asked = {"SELECT 1": ("SELECT 1, 1", []), "count of all entries": COUNT}
    asked |= {name: _statement(*query) for name, query in QUERIES.items()}
    times: dict[str, tuple[str, list[tuple[float, float]]]] = {}
    worked = processor_time()
    with connection.cursor() as cursor:
        for turn in range(ROUNDS + 2):
            for name, (sql, values) in asked.items():
                before, begun = worked(), time.perf_counter()
                cursor.execute(sql, values)
                row = cursor.fetchone()
                spent = (time.perf_counter() - begun) * 1000
                times.setdefault(name, (f"{row[0]:,}", []))
                if turn >= 2:
                    times[name][1].append((spent, worked() - before))
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


if __name__ == "__main__":
    main()
