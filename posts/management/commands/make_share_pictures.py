from typing import Any

from django.core.management.base import BaseCommand

from posts.share.make import bring_up_to_date, perhaps_out_of_date


class Command(BaseCommand):
    help = "Draw the share pictures that are missing or out of date, and remove those of no use."

    def handle(self, *_arguments: Any, **_options: Any) -> None:
        posts = perhaps_out_of_date().iterator(chunk_size=500)
        changed = sum(bring_up_to_date(post) for post in posts)
        self.stdout.write(f"{changed} share pictures were drawn or removed.")
