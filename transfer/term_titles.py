"""What another system said of its tags and categories, where it had a page for them."""

from taxonomy.actions import save_term
from taxonomy.models import Category, Tag
from taxonomy.models.term import Term
from taxonomy.titles import title_of_term

from .moving import TermArrival


def keep_title(arrival: TermArrival) -> str:
    """Give a term its title and description where it has none; what became of it, in a word.

    A term that no post has is not made: `skipped`. One that was changed here stays as it is.
    """
    kind = Category if arrival.kind == "category" else Tag
    term = kind.objects.filter(language=arrival.language, slug=arrival.slug).first()
    title = " ".join(arrival.title.split())[:200]
    if term is None or not title:
        return "skipped"
    if term.title == title and term.description in (arrival.description, ""):
        if term.description == arrival.description:
            return "unchanged"
    elif term.description not in (arrival.description, "") or not _has_but_its_name(term):
        return "edited here"
    term.title, term.description = title, arrival.description
    save_term(term)
    return "updated"


def _has_but_its_name(term: Term) -> bool:
    """Whether its title is only what was made of the word that posts have for it."""
    written = type(term).written(term.language, term.slug, term.slug).title
    names = {term.slug, written, title_of_term(term.slug)}
    return term.title.casefold() in {name.casefold() for name in names}
