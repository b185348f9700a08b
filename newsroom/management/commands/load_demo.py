from typing import Any

from django.core.management.base import BaseCommand

from newsroom.demo.load import load
from posts.models import Post
from publication.models import Publication


class Command(BaseCommand):
    help = "Load the demo content into a site that holds nothing yet."

    def handle(self, *_arguments: Any, **_options: Any) -> None:
        if Publication.objects.exists() or Post.objects.exists():
            return
        counts = load()
        posts = ", ".join(f"{count} in “{code}”" for code, count in sorted(counts.items()))
        self.stdout.write(f"Demo content loaded: {counts.total()} posts ({posts}).")
