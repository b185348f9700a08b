"""Which of a feed's category elements are categories, and which are tags."""

from collections.abc import Iterable

_CATEGORY_SCHEMES = frozenset({"category", "categories", "section", "sections"})


def sort_terms(terms: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Sort pairs of scheme and term into (categories, tags), in order, without exact repeats.

    A scheme (RSS's `domain`) that is `category`, or an address that ends in it, makes a category;
    any other one, and none, a tag: what a stranger files under is no plan of ours.
    """
    categories: dict[str, None] = {}
    tags: dict[str, None] = {}
    for scheme, term in terms:
        kind = scheme.rstrip("/#").replace("#", "/").rpartition("/")[2].lower()
        if term := " ".join(term.split()):
            (categories if kind in _CATEGORY_SCHEMES else tags)[term] = None
    return tuple(categories), tuple(tags)
