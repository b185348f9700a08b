from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from posts.models import Post
from posts.search.entries import index_some, unindexed
from posts.search.upkeep import BATCH, touch_searches


class Command(BaseCommand):
    help = "Make anew what posts are found by. The site may run meanwhile."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--missing",
            action="store_true",
            help="only of posts that have nothing yet, or something made by older rules",
        )

    def handle(self, *_arguments: Any, **options: Any) -> None:
        posts = unindexed() if options["missing"] else Post.objects.order_by("pk")
        ids = list(posts.values_list("pk", flat=True))
        for start in range(0, len(ids), BATCH):
            batch = ids[start : start + BATCH]
            index_some(Post.objects.filter(pk__in=batch).order_by("pk"), BATCH, wait=True)
            done = f"{start + len(batch):,} of {len(ids):,} posts"
            self.stdout.write(f"\r{done}", ending="" if start + BATCH < len(ids) else "\n")
            self.stdout.flush()
        touch_searches()
        if not ids:
            self.stdout.write("Nothing to do.")
