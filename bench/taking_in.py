"""How fast posts are taken in from another system, and how fast they are found to be unchanged.

    .venv/bin/python -m bench.taking_in [POSTS …]

The posts are made up beforehand: articles of some 3 KB of HTML in two languages, with headings,
lists, links, tags, sources and translations, as frequent as in a language (Zipf). What is measured
is `posts.actions.import_posts` in batches of BATCH (200); BENCH_PROFILE=1 tells where time goes.
"""

import cProfile
import os
import pstats
import random
import resource
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from itertools import accumulate, batched

from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from bench.environment import FOLDER  # noqa: F401 — the site's folder, before anything of it
from posts.actions import import_posts
from posts.arrivals import Arrival
from posts.content import CitationContent, PostContent
from posts.models import Post
from tests.factories import make_publication

BATCH = int(os.environ.get("BATCH", "200"))
WORDS = 30_000
NOW = timezone.now()
ROW = "{:<30}{:>9}{:>12}{:>14}{:>16}{:>12}"


def main() -> None:
    """Prints a row for each number of posts."""
    call_command("migrate", verbosity=0)
    make_publication("en"), make_publication("zh")
    numbers = [int(one) for one in sys.argv[1:]] or [2_000, 10_000]
    print(ROW.format("", "posts", "posts/s", "ms a post", "ms of Python", "MB at most"))
    for number in numbers:
        _empty()
        measured(f"{number:,} new posts", number, 0)
        measured("the same again", number, 0)
        measured("changed over there", number, 1)
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM posts_revision")
            print(f"  {Post.objects.count():,} posts, {cursor.fetchone()[0]:,} revisions")


def measured(name: str, number: int, version: int) -> None:
    """Takes posts in and prints what it took, without what making them up does."""
    wall = python = 0.0
    profile = cProfile.Profile()
    for batch in batched(_arrivals(number, version), BATCH, strict=False):
        begun, busy = time.perf_counter(), time.process_time()
        if os.environ.get("BENCH_PROFILE"):
            profile.enable()
        taken = import_posts(batch, by=None)
        profile.disable()
        wall += time.perf_counter() - begun
        python += time.process_time() - busy
        bad = [one for one in taken if one.outcome == "refused"]
        if bad:
            raise SystemExit(f"{bad[0].arrival.name}: {bad[0].why}")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    each = 1000 / number
    figures = (f"{number / wall:,.0f}", f"{wall * each:.2f}", f"{python * each:.2f}", f"{most:.0f}")
    print(ROW.format(name, f"{number:,}", *figures), flush=True)
    if os.environ.get("BENCH_PROFILE"):
        pstats.Stats(profile).sort_stats("tottime").print_stats(45)
        pstats.Stats(profile).sort_stats("cumtime").print_stats(60)


def _empty() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "TRUNCATE posts_post, taxonomy_tag, taxonomy_category, sources_publisher,"
            " edge_stamp, posts_redirect CASCADE"
        )
        cursor.execute("VACUUM ANALYZE")


def _arrivals(number: int, version: int) -> Iterator[Arrival]:
    """The same posts each time; with another `version`, another sentence in each."""
    chance = random.Random(number)
    languages = {"en": _Words(chance, _latin(), " "), "zh": _Words(chance, _han(chance), "")}
    for place in range(number):
        code = "zh" if place % 5 == 4 else "en"
        words = languages[code]
        section = f"section-{chance.randrange(6)}"
        name = f"{section}/post-{place}"
        yield Arrival(
            name=name,
            key=f"hugo:content/{code}/posts/{name}.md",
            language=code,
            content=_content(words, chance, section, place, version),
            guid=f"https://old.example/{code}/posts/{name}/",
            guid_is_permalink=True,
            published_at=NOW - timedelta(minutes=15 * (number - place)),
            # One in five has a translation.
            translation=f"piece-{place if code == 'en' else place - 1}",
            old_paths=(f"/2019/{place}.html",) if place % 4 == 0 else (),
            markdown="\n\n".join(words.some(60) for _paragraph in range(6)),
        )


def _content(
    words: "_Words", chance: random.Random, section: str, place: int, version: int
) -> PostContent:
    paragraphs = [f"<p>{words.some(45)}</p>" for _paragraph in range(5)]
    link = f'<a href="https://example.com/{place}?a=b&amp;c=d">{words.some(3)}</a>'
    items = "".join(f"<li>{words.some(8)}</li>\n" for _item in range(4))
    body = "\n".join(
        [
            *paragraphs[:2],
            f'<h2 id="part-{place}">{words.some(4)}</h2>',
            f"<p>{words.some(20)} {link} <strong>{words.some(3)}</strong> {words.some(10)}.</p>",
            f"<ul>\n{items}</ul>",
            *paragraphs[2:],
            f"<blockquote>\n<p>{words.some(25)} &amp; {version}</p>\n</blockquote>",
        ]
    )
    return PostContent(
        title=words.some(8)[:200],
        slug=f"post-{place}",
        section=section,
        summary=words.some(25),
        body=body,
        categories=(section,),
        tags=tuple(dict.fromkeys(words.some(1) for _tag in range(5))),
        citations=tuple(
            CitationContent(
                label=f"Publisher {outlet}", url=f"https://outlet-{outlet}.example/{place}"
            )
            for outlet in {chance.randrange(60), chance.randrange(400)}
        ),
        authors=(f"Author {chance.randrange(40)}",),
    )


class _Words:
    """Draws words, the first ones far more often than the last."""

    def __init__(self, chance: random.Random, words: list[str], space: str) -> None:
        self.chance, self.words, self.space = chance, words, space
        self.weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))

    def some(self, number: int) -> str:
        return self.space.join(self.chance.choices(self.words, cum_weights=self.weights, k=number))


def _latin() -> list[str]:
    return ["the", "of", "to", *(f"word{number}" for number in range(3, WORDS))]


def _han(chance: random.Random) -> list[str]:
    letters = [chr(0x4E00 + number) for number in range(3_000)]
    return ["".join(chance.choices(letters, k=2)) for _word in range(WORDS)]


if __name__ == "__main__":
    main()
