"""Which languages a page exists in, and how HTML names them."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.utils.translation import get_language, get_language_info

from publication.models import Publication

register = template.Library()


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """A language of the site: `tag` is BCP 47, `name` its own word for itself.

    `address` is this page in that language, or where there is none (`exact` is false) the front
    page.
    """

    tag: str
    name: str
    address: str
    current: bool
    exact: bool


@register.filter
def language_tag(publication: Publication) -> str:
    """The BCP 47 tag of what a publication writes: `en`, `zh-Hans`."""
    code, locale = publication.code, publication.locale
    # The locale says more (`zh` is shown as `zh-hans`) unless it only stands in for another.
    return _cased(locale if locale.split("-")[0] == code.split("-")[0] else code)


@register.simple_tag(takes_context=True)
def page_language(context: template.Context) -> str:
    """The BCP 47 tag of the page itself."""
    publication = context.get("publication")
    return language_tag(publication) if publication else _cased(get_language() or "en")


@register.simple_tag(takes_context=True)
def language_links(context: template.Context) -> list[LanguageLink]:
    """One link a publication, in their order.

    A view says in `in_languages` where its page is in other languages: {code: path}.
    """
    addresses: dict[str, str] = context.get("in_languages") or {}
    current: Publication | None = context.get("publication")
    publications: list[Publication] = context.get("publications") or []
    return [
        LanguageLink(
            tag=language_tag(row),
            name=language_name(row),
            address=addresses.get(row.code) or row.get_absolute_url(),
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


@register.filter
def language_name(publication: Publication) -> str:
    """What the language calls itself: `English`, `简体中文`."""
    info: dict[str, Any] = get_language_info(publication.locale)
    name: str = info["name_local"]
    return name[:1].upper() + name[1:]


def _cased(tag: str) -> str:
    """As BCP 47 writes it (RFC 5646 §2.1.1): `zh-hans` → `zh-Hans`, `pt-br` → `pt-BR`."""
    first, *rest = tag.split("-")
    return "-".join([first, *(_SUBTAG_CASE.get(len(part), str.lower)(part) for part in rest)])


_SUBTAG_CASE = {2: str.upper, 4: str.title}
