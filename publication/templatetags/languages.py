"""Which languages a page exists in, and how HTML names them."""

from dataclasses import dataclass

from django import template
from django.utils.translation import get_language

from publication.models import Publication
from publication.naming import cased, language_name, language_tag

register = template.Library()
register.filter(language_tag)
register.filter(language_name)


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """A language of the site: `tag` is BCP 47, `name` its own word for itself.

    `address` is this page in that language, or where there is none (`exact` is false) what comes
    nearest to it, at last the front page.
    """

    tag: str
    name: str
    address: str
    current: bool
    exact: bool


@register.simple_tag(takes_context=True)
def page_language(context: template.Context) -> str:
    """The BCP 47 tag of the page itself."""
    publication = context.get("publication")
    return language_tag(publication) if publication else cased(get_language() or "en")


@register.simple_tag(takes_context=True)
def language_links(context: template.Context) -> list[LanguageLink]:
    """One link a publication, in their order.

    A view says in `in_languages` where its page is in other languages: {code: path}; and in
    `nearest` where what comes nearest to it is.
    """
    nearest: dict[str, str] = context.get("nearest") or {}
    addresses: dict[str, str] = context.get("in_languages") or {}
    current: Publication | None = context.get("publication")
    publications: list[Publication] = context.get("publications") or []
    return [
        LanguageLink(
            tag=language_tag(row),
            name=language_name(row),
            address=addresses.get(row.code) or nearest.get(row.code) or row.get_absolute_url(),
            current=row == current,
            exact=row.code in addresses,
        )
        for row in publications
    ]


@register.filter
def alternates(links: list[LanguageLink]) -> list[tuple[str, str]]:
    """The `hreflang` and path of each language that has the page, and of `x-default`.

    `x-default` is the first of them: the language that `/` falls back on, if it has the page.
    """
    exact = [(link.tag, link.address) for link in links if link.exact]
    return [*exact, ("x-default", exact[0][1])] if exact else []
