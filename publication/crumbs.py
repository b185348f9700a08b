"""The breadcrumbs of a page, read from the HTML that shows them: machines are told the same."""

from dataclasses import dataclass
from html.parser import HTMLParser


@dataclass(slots=True)
class Crumb:
    """A step on the way to a page. `path` is "" for the page itself."""

    name: str = ""
    path: str = ""


def crumbs_in(html: str) -> list[Crumb]:
    """The steps in a list of links, one a `li`."""
    reader = _Reader(convert_charrefs=True)
    reader.feed(html)
    reader.close()
    return [Crumb(" ".join(crumb.name.split()), crumb.path) for crumb in reader.crumbs]


class _Reader(HTMLParser):
    def __init__(self, *, convert_charrefs: bool) -> None:
        super().__init__(convert_charrefs=convert_charrefs)
        self.crumbs: list[Crumb] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "li":
            self.crumbs.append(Crumb())
            self._inside = True
        elif tag == "a" and self._inside:
            self.crumbs[-1].path = dict(attrs).get("href") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "li":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.crumbs[-1].name += data
