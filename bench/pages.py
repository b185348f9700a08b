"""What every kind of page costs with 100,000 posts.

    .venv/bin/python -m bench.pages

For each kind of page, in English and in Chinese: its queries, the time that they take in the
database, and the time of the whole page over the site's own gunicorn, beside that of a gunicorn
that only says hello. BENCH_FOLDER names a folder in which the posts are kept for the next time,
BENCH_ROUNDS how often each page is asked for.
"""

import json
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils.encoding import iri_to_uri

from bench.backend import processor_time
from bench.corpus import CHINESE_COMMON, COMMON, POSTS, fill
from bench.environment import FOLDER
from bench.load import get
from bench.search import p50, p95
from bench.servers import gunicorn
from posts.listing import PER_PAGE
from posts.models import Post

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "20"))
ROW = "{:<42}{:>8}{:>8}{:>8}{:>9}{:>10}{:>8}{:>9}"
PACKED = {"Accept-Encoding": "gzip"}

# By what they are; `{last}` is the number of the last page of all posts.
PAGES = {
    "front page": "",
    "front page, page 2": "page/2/",
    "front page, the last page": "page/{last}/",
    "all posts": "posts/",
    "all posts, in the middle": "posts/page/{middle}/",
    "section": "posts/c1/",
    "section, a deep page": "posts/c1/page/300/",
    "post": "posts/{section}/{slug}/",
    "categories": "categories/",
    "category": "categories/c1/",
    "category, a deep page": "categories/c1/page/400/",
    "tags": "tags/",
    "tags, page 3": "tags/page/3/",
    "tag of 40 % of the posts": "tags/t0/",
    "tag of 40 % of the posts, a deep page": "tags/t0/page/700/",
    "tag of 1 % of the posts": "tags/t40/",
    "rare tag": "tags/t1900/",
    "author of 23 % of the posts": "authors/author-0/",
    "author, a deep page": "authors/author-0/page/400/",
    "source of 38 % of the posts": "sources/publisher-0/",
    "source, a deep page": "sources/publisher-0/page/700/",
    "rare source": "sources/publisher-59/",
    "subscribe": "subscribe/",
    "search, a word in 40 %": "search/?q={common}",
    "RSS feed": "index.xml",
    "what is not there": "nothing/here/",
}


@dataclass
class Spent:
    """What a page took in each round: over HTTP, in the database, of a processor there."""

    queries: int = 0
    whole: list[float] = field(default_factory=list)
    asking: list[float] = field(default_factory=list)
    working: list[float] = field(default_factory=list)


def main() -> None:
    """Prints everything."""
    fill()
    call_command("collectstatic", interactive=False, verbosity=0)
    print(f"\n{POSTS:,} posts; {ROUNDS} rounds, in turns; milliseconds: in the database (and those")
    print("for which it had a processor), of the whole page, and how many times a bare hello\n")
    print(ROW.format("", "queries", "db p50", "db p95", "cpu p95", "page p50", "p95", "× hello"))
    hello = FOLDER / "hello.json"
    hello.write_text(json.dumps({"status": "200 OK", "headers": [], "body": "hello"}))
    asked = {f"{code} {name}": path for code in ("en", "zh") for name, path in addresses(code)}
    with (
        gunicorn("newsroom.wsgi:application") as site,
        gunicorn("bench.hello:application", HELLO=str(hello)) as bare,
    ):
        spent, least = measure(asked, site, bare)
    for name, page in spent.items():
        whole, asking, working = map(sorted, (page.whole, page.asking, page.working))
        figures = [p50(asking), p95(asking), p95(working), p50(whole), p95(whole)]
        figures.append(p50(whole) / p50(sorted(least)))
        print(ROW.format(name, page.queries, *(f"{figure:.1f}" for figure in figures)))


def addresses(code: str) -> list[tuple[str, str]]:
    """(what it is, path) of each page of a language."""
    posts = Post.objects.published(code)
    last = -(-posts.count() // PER_PAGE)
    post = posts[50]
    values = {
        "last": last,
        "middle": last // 2,
        "section": post.section.slug,
        "slug": post.slug,
        "common": COMMON if code == "en" else CHINESE_COMMON,
    }
    return [
        (name, iri_to_uri(f"/{code}/{path.format_map(values)}")) for name, path in PAGES.items()
    ]


def measure(asked: dict[str, str], site: str, bare: str) -> tuple[dict[str, Spent], list[float]]:
    """Asks for everything in turns, so that what else runs here slows all alike; and says hello."""
    client = Client(headers={"Host": "127.0.0.1", **PACKED})
    spent = {name: Spent() for name in asked}
    least: list[float] = []
    worked = processor_time()
    # The first turn is not told: it counts the lists (`posts.sizes`) and fills caches.
    for turn in range(ROUNDS + 1):
        for name, path in asked.items():
            queries: list[float] = []
            before = worked()
            with connection.execute_wrapper(clocked(queries)):
                client.get(path)
            working = worked() - before
            whole = taken(lambda path=path: get(site + path, PACKED))
            if turn:
                page = spent[name]
                page.queries = len(queries)
                page.whole.append(whole)
                page.asking.append(sum(queries))
                page.working.append(working)
            least.append(taken(lambda: get(bare, PACKED)))
    return spent, least


def clocked(times: list[float]) -> Callable[..., Any]:
    """Notes how long each query takes."""

    def run(execute: Callable[..., Any], *args: Any) -> Any:
        begun = time.perf_counter()
        try:
            return execute(*args)
        finally:
            times.append((time.perf_counter() - begun) * 1000)

    return run


def taken(run: Callable[[], object]) -> float:
    """The milliseconds that something takes."""
    begun = time.perf_counter()
    run()
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    main()
