"""The syndication view: any scope, in any format."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils.feedgenerator import SyndicationFeed

from posts.models import Post
from posts.syndication import content_with_sources, standfirst
from publication.addresses import absolute

from .formats import Rss
from .scope import Scope

ENTRIES = 50


class PostFeed(Feed[Post, Scope]):
    """The newest posts of a scope. `find` makes the Scope of what an address names."""

    feed_type: type[SyndicationFeed] = Rss
    file = "index.xml"

    def __init__(self, find: Callable[..., Scope]) -> None:
        self.find = find

    def get_object(self, request: HttpRequest, *_args: Any, **kwargs: Any) -> Scope:
        if kwargs.pop("language", None) is not None:
            kwargs["publication"] = request.publication  # type: ignore[attr-defined]
        return self.find(**kwargs)

    def title(self, scope: Scope) -> str:
        return scope.title

    def link(self, scope: Scope) -> str:
        return absolute(scope.path)

    def feed_url(self, scope: Scope) -> str:
        return absolute(f"{scope.path}{self.file}")

    def description(self, scope: Scope) -> str:
        return scope.publication.description

    def author_name(self, scope: Scope) -> str:
        return scope.publication.byline

    def feed_extra_kwargs(self, scope: Scope) -> dict[str, Any]:
        # Django says the active locale (`zh-hans`); ours is the publication's code (`zh`).
        return {"code": scope.code}

    def items(self, scope: Scope) -> list[Post]:
        return list(scope.posts.for_reading()[:ENTRIES])

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
        filed = [("category", row.label) for row in post.filed.all()]
        tagged = [("tag", label) for row in post.tagged.all() for label in row.labels]
        return {
            "content": content_with_sources(post),
            "creators": post.creators,
            "terms": filed + tagged,
        }
