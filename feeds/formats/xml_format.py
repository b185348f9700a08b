from abc import abstractmethod
from typing import IO, Any

from .format import Format
from .stylesheets import addresses
from .writer import Writer


class XmlFormat(Format):
    """A format in XML, which browsers show with a style sheet (W3C xml-stylesheet)."""

    # Chromium applies style sheets to this type and not to application/rss+xml and the like.
    content_type = "application/xml; charset=utf-8"

    @classmethod
    def signature(cls) -> tuple[str, ...]:
        return (*super().signature(), *addresses())

    def write(self, outfile: IO[Any], encoding: str) -> None:
        handler = Writer(outfile, encoding, short_empty_elements=True)
        outfile.write(f'<?xml version="1.0" encoding="{encoding}" standalone="yes"?>\n')
        for stylesheet in self.feed["stylesheets"] or ():
            handler.processingInstruction("xml-stylesheet", str(stylesheet))
        self.write_root(handler)

    @abstractmethod
    def write_root(self, handler: Writer) -> None:
        """Write the root element and all that is in it."""
