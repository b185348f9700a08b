"""The file of JSON lines: read through once for a list, then page by page. Memory stays flat."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from safeguards.links import is_web_address

from .lines import BadLineError, HugoPage, Site, read_line
from .refusal import HugoError

_MOST_IN_A_LINE = 100_000_000


@dataclass(slots=True)
class Export:
    """What Hugo knows of a site.

    `sites` are its languages in order, `sections` the top sections in which each has a page; `bad`
    are the lines that were passed over by the last reading, and why.
    """

    file: Path
    sites: dict[str, Site] = field(default_factory=dict)
    sections: dict[str, set[str]] = field(default_factory=dict)
    bad: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Read it through once.

        Raises HugoError where the end is missing, and for a site that does not say where it is.
        """
        for _place, page in self.pages():
            if page.kind == "page":
                self.sections.setdefault(page.language, set()).add(page.section)

        for site in self.sites.values():
            if not is_web_address(site.base):
                message = (
                    f"The site's baseURL is “{site.base}”: guids need an address. Give it with"
                    " --base-url https://example.com/."
                )
                raise HugoError(message)

    def pages(self) -> Iterator[tuple[int, HugoPage]]:
        """Every page and where its line begins. Raises HugoError where the end is missing."""
        self.bad.clear()
        place = number = 0
        with self.file.open("rb") as file:
            while line := file.readline(_MOST_IN_A_LINE):
                number += 1
                if line.strip():
                    try:
                        read = read_line(line)
                    except BadLineError as error:
                        self.bad.append((f"line {number} of what Hugo wrote", str(error)))
                    else:
                        if read is None:
                            return
                        if isinstance(read, Site):
                            self.sites[read.language] = read
                        else:
                            yield place, read
                place += len(line)
        raise HugoError("What Hugo wrote has no end: it was interrupted.")

    def page_at(self, place: int) -> HugoPage:
        """The page whose line begins there."""
        with self.file.open("rb") as file:
            file.seek(place)
            page = read_line(file.readline(_MOST_IN_A_LINE))
        if not isinstance(page, HugoPage):
            raise HugoError("What Hugo wrote has changed while it was read.")
        return page

    def base_path(self, language: str) -> str:
        """What stands before every path of a site that does not live at the root: `/blog`."""
        site = self.sites.get(language)
        return urlsplit(site.base).path.rstrip("/") if site else ""

    @property
    def has_many_hosts(self) -> bool:
        """Whether each language has a host, and so a folder, of its own."""
        return len({site.base for site in self.sites.values()}) > 1
