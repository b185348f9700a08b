"""The child elements of a feed or an entry, by name."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

from lxml import etree

from safeguards.links import absolute

from .dates import read_date, unread_date_note
from .markup import html_of, html_of_xhtml, text_of
from .names import attribute, name_of
from .people import names_of_persons


class Fields:
    """What an element says. Where several names are given, the first that says anything counts.

    Names are spelt as `name_of` spells them; those without a prefix get `core`.
    """

    def __init__(self, element: etree._Element, core: str = "") -> None:
        self.element = element
        self.core = core
        self.notes: list[str] = []
        self._children: defaultdict[str, list[etree._Element]] = defaultdict(list)
        for child in element:
            self._children[name_of(child)].append(child)

    @property
    def base(self) -> str:
        """The `xml:base` that holds here, "" for none."""
        return self.element.base or ""

    def all(self, *names: str) -> Iterator[etree._Element]:
        """Yield the elements of these names, name by name, each in document order."""
        for name in names:
            yield from self._children.get(name if ":" in name else self.core + name, ())

    def text(self, *names: str) -> str:
        """Return a text, trimmed, "" for none."""
        texts = (text_of(element).strip() for element in self.all(*names))
        return next(filter(None, texts), "")

    def html(self, *names: str) -> str:
        """Return HTML, exactly, "" for none."""
        found = (
            html_of_xhtml(element) if name_of(element).startswith("xhtml:") else html_of(element)
            for element in self.all(*names)
        )
        return next((html for html in found if html.strip()), "")

    def persons(self, *names: str) -> tuple[str, ...]:
        """Return the names of all persons in all elements of these names."""
        return names_of_persons(_person(element) for element in self.all(*names))

    def date(self, *names: str) -> datetime | None:
        """Return a date; one that cannot be read leaves a note."""
        text = self.text(*names)
        date = read_date(text)
        if text and not date:
            self.notes.append(unread_date_note(text))
        return date

    def link(self, relation: str, base: str = "") -> str:
        """Return the address of Atom's `link` of a relation, an HTML page before others."""
        links = [
            element
            for element in self.all("atom:link", "link")
            if (attribute(element, "rel") or "alternate").lower() == relation
        ]
        links.sort(key=lambda element: "html" not in (attribute(element, "type") or "html"))
        addresses = (absolute(attribute(element, "href"), base) for element in links)
        return next(filter(None, addresses), "")


def _person(element: etree._Element) -> str:
    """Return a person's text; of a person with parts (Atom, FOAF), the name."""
    parts = {name_of(part).rpartition(":")[2]: text_of(part) for part in element}
    return parts.get("name") or parts.get("email") or ("" if parts else text_of(element))
