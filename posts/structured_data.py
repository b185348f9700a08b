"""What pages about posts tell machines, in the words of schema.org."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse

from publication.addresses import absolute
from publication.json_ld import Node, node
from publication.naming import language_tag
from publication.structured_data import publisher
from sources.models import Publisher
from taxonomy.models import Tag

from .listing import Paged
from .models import Author, Citation, Post
from .share.picture_of import picture_of
from .syndication import standfirst


def article(post: Post, tags: Iterable[Tag], translations: Sequence[Post]) -> Node:
    """A post.

    Needs its `section`, `publication`, `picture`, `authorships` with authors, and `citations`.
    """
    address = absolute(post.get_absolute_url())
    sources = [row for row in post.citations.all() if row.role == Citation.Role.SOURCE]
    return node(
        "NewsArticle",
        {
            "headline": post.title,
            "image": _images(post),
            "description": standfirst(post),
            "url": address,
            "mainEntityOfPage": address,
            "datePublished": _moment(post, "published_at"),
            "dateModified": _moment(post, "updated_at") or _moment(post, "published_at"),
            "articleSection": post.section.title if post.section else "",
            "keywords": [tag.title for tag in tags],
            "inLanguage": language_tag(post.publication),
            "author": _authors(post),
            "publisher": publisher(post.publication),
            "citation": [_citation(row) for row in sources],
            "isBasedOn": [row.url for row in sources if row.url],
            "correction": _corrections(post),
            **_translations(post, translations),
        },
    )


def collection(
    name: str,
    description: str,
    address: str,
    listing: Paged[Any],
    language: str,
    about: Node | None = None,
) -> Node:
    """A page of a list of posts or of corrections; `listing.total` counts the whole list.

    `about` is the matter of the list.
    """
    before = (listing.page.number - 1) * listing.page.paginator.per_page
    return node(
        "CollectionPage",
        {
            "name": name,
            "description": description,
            "url": address,
            "inLanguage": language,
            "about": about,
            "mainEntity": node(
                "ItemList",
                {
                    "numberOfItems": listing.total,
                    "itemListElement": [
                        {
                            "@type": "ListItem",
                            "position": position,
                            "url": absolute(row.get_absolute_url()),
                        }
                        for position, row in enumerate(listing.rows, start=before + 1)
                    ],
                },
            ),
        },
    )


def outlet(publisher: Publisher) -> Node:
    """An outlet that posts cite."""
    sites = list(publisher.sites.values())
    return node(
        "Organization",
        {"name": publisher.name, "alternateName": publisher.labels, "url": next(iter(sites), "")},
    )


def profile(author: Author, address: str, description: str, language: str) -> Node:
    """The page of an author."""
    person = {"name": author.name, "url": address, "description": author.bio}
    return node(
        "ProfilePage",
        {
            "name": author.name,
            "description": description,
            "url": address,
            "inLanguage": language,
            "mainEntity": node("Person", person),
        },
    )


def _images(post: Post) -> list[Node]:
    """What stands above its text, as it is and as it is cut or drawn for links to the post."""
    images = []
    if picture := post.picture:
        shown = {
            "url": absolute(picture.get_absolute_url()),
            "width": picture.width,
            "height": picture.height,
            "caption": post.picture_caption or picture.alt_in(post.language),
            "creditText": picture.credit,
        }
        images.append(node("ImageObject", shown))
    if share := picture_of(post):
        size = {"width": share.width, "height": share.height}
        images.append(node("ImageObject", {"url": share.address, **size}))
    return images


def _moment(post: Post, field: str) -> str:
    moment = getattr(post, field)
    return moment.astimezone(post.publication.zone).isoformat(timespec="seconds") if moment else ""


def _authors(post: Post) -> list[Node]:
    people = [row.author for row in post.authorships.all()]
    if people:
        return [node("Person", {"name": one.name, "url": _author(post, one)}) for one in people]
    front = absolute(post.publication.get_absolute_url())
    return [node("Organization", {"name": post.publication.byline, "url": front})]


def _author(post: Post, author: Author) -> str:
    values = {"language": post.language, "author": author.slug}
    return absolute(reverse("posts:author", kwargs=values))


def _citation(row: Citation) -> Node:
    return node(
        "CreativeWork",
        {
            "name": row.headline or row.label,
            "url": row.url,
            "datePublished": row.date.isoformat() if row.date else "",
            "publisher": node("Organization", {"name": row.label}),
        },
    )


def _corrections(post: Post) -> list[Node]:
    """What was put right."""
    return [
        node("CorrectionComment", {"text": row.text, "datePublished": row.corrected_at.isoformat()})
        for row in post.corrections.all()  # type: ignore[attr-defined, unused-ignore]  # in some orders of checking
    ]


def _translations(post: Post, translations: Sequence[Post]) -> dict[str, list[Node] | Node]:
    """The piece that came out first is the work, the others are translations of it."""
    works = [_work(other) for other in translations]
    if not works:
        return {}
    first = min((post, *translations), key=_precedence)
    if first == post:
        return {"workTranslation": works}
    return {"translationOfWork": _work(first)}


def _precedence(post: Post) -> tuple[Any, ...]:
    return post.published_at, post.publication.position, post.publication.code


def _work(post: Post) -> Node:
    return node(
        "NewsArticle",
        {
            "url": absolute(post.get_absolute_url()),
            "headline": post.title,
            "inLanguage": language_tag(post.publication),
        },
    )
