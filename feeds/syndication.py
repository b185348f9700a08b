"""From a document to a feed: the hooks of django.contrib.syndication."""

from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Stylesheet

from posts.models import Citation, Post, post_address
from posts.syndication import feed_content, standfirst
from publication.addresses import absolute

from .document import Document
from .formats.picture import picture_of
from .formats.stylesheets import stylesheets


class Syndication[Entry, Of: Document](Feed[Entry, Of]):
    """What any feed says of itself, whatever its entries and its format."""

    def title(self, document: Of) -> str:
        return document.scope.title

    def link(self, document: Of) -> str:
        return absolute(document.scope.path)

    def feed_url(self, document: Of) -> str:
        return document.address

    def description(self, document: Of) -> str:
        return document.scope.publication.description

    def author_name(self, document: Of) -> str:
        return document.scope.publication.byline

    def author_link(self, document: Of) -> str:
        return absolute(document.scope.publication.get_absolute_url())

    def stylesheets(self, document: Of) -> list[Stylesheet]:
        return stylesheets(document.scope.publication.code)

    def feed_extra_kwargs(self, document: Of) -> dict[str, Any]:
        # Django says the active locale (`zh-hans`); ours is the publication's code (`zh`).
        return {"code": document.scope.code, "document": document}


class PostSyndication(Syndication[Post, Document]):
    """What any feed of posts says of each, whatever its format."""

    def items(self, document: Document) -> list[Post]:
        return document.entries()

    def item_title(self, post: Post) -> str:
        return post.title

    def item_link(self, post: Post) -> str:
        return absolute(post.get_absolute_url())

    def item_description(self, post: Post) -> str:
        return standfirst(post)

    def item_guid(self, post: Post) -> str:
        assert post.guid is not None  # noqa: S101 — a constraint of the database
        return post.guid

    def item_guid_is_permalink(self, post: Post) -> bool:
        return post.guid_is_permalink

    def item_pubdate(self, post: Post) -> datetime:
        assert post.published_at is not None  # noqa: S101 — a constraint of the database
        return post.published_at.astimezone(post.publication.zone)

    def item_updateddate(self, post: Post) -> datetime | None:
        return post.updated_at and post.updated_at.astimezone(post.publication.zone)

    def item_extra_kwargs(self, post: Post) -> dict[str, Any]:
        """What Django has no hook for.

        `content` is HTML; `terms` are (domain, label, address of the list), and `schemes` has the
        address of all terms of a domain; `sources` are (label, address or "", whether it is a
        source itself rather than how the news came here); `translations` are (language code,
        address); `picture` is what stands above the text, or None (see `feeds.formats.picture`).
        """
        filed = [
            ("category", row.label, absolute(row.category.get_absolute_url()))
            for row in post.filed.all()
        ]
        tagged = [
            ("tag", label, absolute(row.tag.get_absolute_url()))
            for row in post.tagged.all()
            for label in row.labels
        ]
        # What `for_syndication` annotates.
        names: list[str] = post.author_names  # type: ignore[attr-defined]
        siblings: list[dict[str, str]] = post.siblings  # type: ignore[attr-defined]
        return {
            "code": post.language,
            "content": feed_content(post),
            "creators": names or [post.publication.byline],
            "terms": filed + tagged,
            "schemes": {
                "category": _list_address("categories", post.language),
                "tag": _list_address("tags", post.language),
            },
            "sources": [
                (row.label, row.url, row.role == Citation.Role.SOURCE)
                for row in post.citations.all()
            ],
            "picture": picture_of(post),
            "translations": [(row["language"], absolute(post_address(**row))) for row in siblings],
        }


def _list_address(view: str, language: str) -> str:
    return absolute(reverse(f"posts:{view}", kwargs={"language": language}))
