"""What a publication says of itself and of where its pages lie, in the words of schema.org."""

from collections.abc import Iterable

from django.templatetags.static import static

from .addresses import absolute
from .crumbs import Crumb
from .json_ld import Node, node
from .models import Publication
from .naming import language_tag

LOGO = "icon-512.png"


def publisher(publication: Publication) -> Node:
    """Who publishes."""
    return node(
        "NewsMediaOrganization",
        {
            "name": publication.name,
            "url": absolute(publication.get_absolute_url()),
            "logo": absolute(static(LOGO)),
        },
    )


def website(publication: Publication) -> Node:
    """The site of a language, and how it is searched."""
    front = absolute(publication.get_absolute_url())
    return node(
        "WebSite",
        {
            "name": publication.name,
            "alternateName": publication.tagline,
            "description": publication.description,
            "url": front,
            "inLanguage": language_tag(publication),
            "publisher": publisher(publication),
            "potentialAction": {
                "@type": "SearchAction",
                "target": {
                    "@type": "EntryPoint",
                    "urlTemplate": f"{front}search/?q={{search_term_string}}",
                },
                "query-input": "required name=search_term_string",
            },
        },
    )


def breadcrumbs(crumbs: Iterable[Crumb]) -> Node:
    """The way to a page. The last step may be the page itself, which needs no address."""
    return node(
        "BreadcrumbList",
        {
            "itemListElement": [
                node(
                    "ListItem",
                    {
                        "position": position,
                        "name": crumb.name,
                        "item": absolute(crumb.path) if crumb.path else "",
                    },
                )
                for position, crumb in enumerate(crumbs, start=1)
            ]
        },
    )
