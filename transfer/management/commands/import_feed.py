from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from transfer.feed.parse import parse
from transfer.feed.refusal import NotAFeedError
from transfer.feed_import import import_feed
from transfer.publications import UnknownLanguageError
from transfer.source import SourceError, read


class Command(BaseCommand):
    help = "Make posts of the entries of a feed: RSS 2.0 or 1.0, Atom or JSON Feed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("source", metavar="FILE_OR_URL")
        parser.add_argument("--language", required=True, help="the code of a publication: en, zh")
        parser.add_argument(
            "--section",
            default="",
            help="the section of entries whose address does not name one",
        )
        parser.add_argument("--dry-run", action="store_true", help="report, but change nothing")
        parser.add_argument(
            "--allow-private",
            action="store_true",
            help="fetch from private and local addresses too",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            source = read(options["source"], allow_private=options["allow_private"])
            feed = parse(source.content, content_type=source.content_type)
            report = import_feed(
                feed,
                options["language"],
                section=options["section"],
                dry_run=options["dry_run"],
                progress=self._progress,
            )
        except (SourceError, NotAFeedError, UnknownLanguageError) as error:
            raise CommandError(str(error)) from error
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        if options["dry_run"]:
            self.stdout.write("Dry run: nothing was changed.")
        for line in report.lines():
            self.stdout.write(line)

    def _progress(self, done: int, of: int) -> None:
        """Count on a terminal; a log gets the report alone."""
        if self.stderr.isatty() and (done % 20 == 0 or done == of):
            self.stderr.write(f"\r{done}/{of}", ending="\n" if done == of else "")
