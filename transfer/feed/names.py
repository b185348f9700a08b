"""Element names without the many spellings of their namespaces."""

from lxml import etree

_FAMILIES = {
    "http://www.w3.org/2005/atom": "atom",
    "http://purl.org/atom/ns": "atom",
    "http://purl.org/rss/1.0/modules/content": "content",
    "http://purl.org/dc/elements/1.1": "dc",
    "http://purl.org/dc/elements/1.0": "dc",
    "http://purl.org/dc/terms": "dcterms",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns": "rdf",
    "http://search.yahoo.com/mrss": "media",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.w3.org/xml/1998/namespace": "xml",
}

_CORE_BEGINNINGS = (
    "http://purl.org/rss/1.0",
    "http://purl.org/net/rss1.1",
    "http://my.netscape.com/",
    "http://channel.netscape.com/",
    "http://backend.userland.com/",
    "http://blogs.law.harvard.edu/",
    "http://cyber.law.harvard.edu/",
    "http://www.rssboard.org/",
)


def name_of(element: etree._Element) -> str:
    """Return a name to compare with, in lower case: `pubdate`, `dc:creator`, `atom:link`.

    The elements of RSS, in whichever of its namespaces or in none, have no prefix. A name of an
    unknown namespace begins with `?:`.
    """
    return _name(element.tag)


def attribute(element: etree._Element, name: str) -> str:
    """Return an attribute's value, trimmed, "" if missing; `name` as `name_of` spells it."""
    for key in element.attrib:  # items() takes quadratic time
        if _name(key) == name:
            return (element.get(key) or "").strip()
    return ""


def _name(tag: object) -> str:
    if not isinstance(tag, str):  # an entity node: the parser leaves none
        return "?:"
    space, _, local = tag.rpartition("}")
    local = local.lower()
    space = space.removeprefix("{").lower().replace("https://", "http://", 1)
    family = _FAMILIES.get(space.rstrip("/#"), "?")
    if not space or (family == "?" and space.startswith(_CORE_BEGINNINGS)):
        return local
    return f"{family}:{local}"
