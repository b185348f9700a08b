"""What another system called its tags and categories, where it had a title for them."""

from taxonomy.actions import save_term
from taxonomy.models import Category, Tag
from taxonomy.titles import title_of_term

from .moving import TermArrival


def keep_title(arrival: TermArrival) -> str:
    """Give a term its title where it has none but its own name; what became of it, in a word.

    A term that no post has is not made: `skipped`.
    """
    kind = Category if arrival.kind == "category" else Tag
    term = kind.objects.filter(language=arrival.language, slug=arrival.slug).first()
    title = " ".join(arrival.title.split())[:200]
    if term is None or not title:
        return "skipped"
    if term.title == title:
        return "unchanged"
    written = type(term).written(term.language, term.slug, term.slug).title
    names = {term.slug, written, title_of_term(term.slug)}
    if term.title.casefold() not in {name.casefold() for name in names}:
        return "edited here"
    term.title = title
    save_term(term)
    return "updated"
