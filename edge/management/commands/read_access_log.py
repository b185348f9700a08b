from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from edge.access_log.follow import read_log


class Command(BaseCommand):
    help = (
        "Count polls of feeds and views of posts from an access log, for the desk: what was "
        "written to FILE (and to FILE.1) since it was read last. The format is “combined”, as "
        "Apache, nginx and varnishncsa write it. No addresses are kept."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path)

    def handle(self, *_args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            path.stat()
            read = read_log(path)
        except OSError as error:
            raise CommandError(f"{path} cannot be read: {error.strerror}.") from error
        if read.lines and not read.understood:
            raise CommandError(
                f"No line of {path} is in the “combined” format. (Unpack a compressed log first.)"
            )
        counted = "".join(f" {what}: {number}." for what, number in read.counted.items())
        self.stdout.write(
            f"New lines: {read.lines}, of them not understood: {read.lines - read.understood}."
            f"{counted}"
        )
