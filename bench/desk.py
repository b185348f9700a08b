"""What the lists and the completions of the desk cost with 100,000 posts and 20,000 tags.

    .venv/bin/python -m bench.desk

For each: its queries, and the time that they take in the database, in milliseconds: the median and
the worst of the rounds. BENCH_FOLDER and BENCH_ROUNDS are those of `bench.pages`.
"""

import os
import statistics
from typing import Any
from urllib.parse import quote

from bench.corpus import COMMON, fill  # isort: skip — the site's folder, before anything of it
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from django.db.models import Count
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from posts.models import Author, MissedPath, Post, Redirect
from taxonomy.models import Category, Tag

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "7"))
TAGS = 20_000
MOST = 100
ROW = "{:<48}{:>8}{:>10}{:>10}"

LISTS = {
    "the desk": "",
    "calendar": "posts/post/calendar/",
    "front page": "posts/post/front-page/",
    "posts": "posts/post/",
    "posts, page 500": "posts/post/?p=500",
    "posts, last page": "posts/post/?p=999",
    "posts, published": "posts/post/?status__exact=published",
    "posts, drafts": "posts/post/?status__exact=draft",
    "posts, mine": "posts/post/?writer=me",
    "posts, of a tag": "posts/post/?tag={named}",
    "posts, of a tag of a few": "posts/post/?tag=extra-77",
    "posts, of a category": "posts/post/?category={category}",
    "posts, signed by one": "posts/post/?author={author}",
    "posts, of a language": "posts/post/?publication__code__exact=zh",
    "posts, of a section": "posts/post/?section__id__exact={section}",
    "posts, this year": "posts/post/?published_at__gte=2026-01-01+00%3A00%3A00%2B00%3A00",
    "posts, last saved first": "posts/post/?o=-7",
    "posts, searched: an address": "posts/post/?q={address}",
    "posts, searched: a common word": f"posts/post/?q={COMMON}",
    "posts, searched: a headline": "posts/post/?q={title}",
    "posts, searched: nothing": "posts/post/?q=qqzzqq",
    "a post": "posts/post/{post}/change/",
    "tags": "taxonomy/tag/",
    "tags, last page": "taxonomy/tag/?p=199",
    "tags, of a language": "taxonomy/tag/?language=zh",
    "tags, without posts": "taxonomy/tag/?unused=yes",
    "tags, most posts first": "taxonomy/tag/?o=-2",
    "tags, searched": "taxonomy/tag/?q=extra-77",
    "tags, alike": "taxonomy/tag/alike/",
    "a tag": "taxonomy/tag/{tag}/change/",
    "categories": "taxonomy/category/",
    "categories, without posts": "taxonomy/category/?unused=yes",
    "publishers": "sources/publisher/",
    "a publisher": "sources/publisher/1/change/",
    "authors": "posts/author/",
    "pictures": "images/picture/",
    "redirects": "posts/redirect/",
    "redirects, searched": "posts/redirect/?q=4711",
    "misses": "posts/missedpath/",
    "complete tags": "posts/post/complete-tags/?language=en&q=extra",
    "complete tags, a letter": "posts/post/complete-tags/?language=en&q=t",
    "complete categories": "posts/post/complete-terms/category/?language=en&q=c",
    "complete authors": "posts/post/complete-authors/?q=a",
}


def main() -> None:
    """Prints everything."""
    fill()
    call_command("collectstatic", interactive=False, verbosity=0)
    _more_rows()
    client = _editor()
    newest = Post.objects.order_by("-pk")[0]
    values = {
        "post": newest.pk,
        "section": newest.section_id,
        "address": quote(newest.path),
        "title": newest.title[:20],
        "tag": Tag.objects.order_by("pk")[0].pk,
        "named": quote(_most_used(Tag, "tagged").name),
        "category": quote(_most_used(Category, "filed").slug),
        "author": quote(_most_used(Author, "authorships").slug),
    }
    print(ROW.format("", "queries", "ms", "worst"))
    for name, address in LISTS.items():
        queries, times = _asked(client, "/admin/" + address.format(**values))
        median = statistics.median(times)
        told = "  OVER" if median > MOST else ""
        print(ROW.format(name, queries, f"{median:.1f}", f"{max(times):.1f}") + told)


def _most_used(kind: type[Any], posts: str) -> Any:
    return kind.objects.annotate(total=Count(posts)).order_by("-total")[0]


def _more_rows() -> None:
    """As many tags as asked for, and redirects and misses of a site that moved."""
    missing = TAGS - Tag.objects.count()
    Tag.objects.bulk_create(
        Tag(
            language="en" if number % 5 else "zh",
            name=f"Extra {number}",
            slug=f"extra-{number}",
            title=f"Extra {number}",
        )
        for number in range(missing)
    )
    if not MissedPath.objects.exists():
        Redirect.objects.bulk_create(
            [Redirect(path=f"/old/{number}.html", target="/en/posts/") for number in range(20_000)],
            ignore_conflicts=True,
        )
        today = timezone.localdate()
        MissedPath.objects.bulk_create(
            MissedPath(path=f"/missed/{number}", hits=1, first_seen=today, last_seen=today)
            for number in range(2_000)
        )
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _editor() -> Client:
    user, _created = User.objects.get_or_create(
        username="bench", defaults={"is_staff": True, "is_superuser": True}
    )
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(user)
    return client


def _asked(client: Client, address: str) -> tuple[int, list[float]]:
    times = []
    for _round in range(ROUNDS):
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(address)
        if answer.status_code != 200:
            raise SystemExit(f"{address} answers {answer.status_code}")
        times.append(sum(float(query["time"]) for query in asked.captured_queries) * 1000)
    return len(asked), times


if __name__ == "__main__":
    main()
