from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from posts.models import Post
from transfer.leaving.hugo import export_hugo
from transfer.leaving.refusal import LeavingError
from transfer.progress import Progress


class Command(BaseCommand):
    help = (
        "Write the whole site as one of Hugo's: posts of every status, pages, tags, categories,"
        " pictures, files and redirects. It builds as it is, at the same addresses, with the same"
        " feeds."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("directory", metavar="DIR", type=Path, help="a new or empty folder")

    def handle(self, *_args: Any, **options: Any) -> None:
        progress = Progress(self.stderr, Post.objects.count())
        try:
            counts = export_hugo(options["directory"], progress=progress.advance)
        except LeavingError as error:
            raise CommandError(str(error)) from error
        progress.end()
        for kind, number in counts.items():
            self.stdout.write(f"{number:>9,} {kind}")
