"""The syndication views: any scope in any format; its newest posts, or a month of them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast
from urllib.parse import unquote

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from edge.stamps import Age, age_of
from edge.validators import Validators
from posts.keys import list_key, month_key, publication_key
from posts.models.queryset import PostQuerySet

from .answer import answer, not_modified, wants_only_news
from .archive import Month, month_after, month_before, posts_of
from .document import ENTRIES, Document, Removal, archive_path, removals_in
from .formats import Format
from .scope import Scope
from .syndication import Syndication

type Find = Callable[..., Scope]


class PostFeed(Syndication):
    """The newest posts of a scope. `find` makes the Scope of what an address names."""

    def __init__(self, find: Find, form: type[Format]) -> None:
        self.find = find
        self.form = form
        self.feed_type = form

    def __call__(self, request: HttpRequest, *_args: Any, **kwargs: Any) -> HttpResponse:
        """Answer a poll from one look-up of stamps wherever the client's copy still holds."""
        key = list_key(unquote(request.path_info).removesuffix(self.form.file))
        age = age_of([key, publication_key(kwargs.get("language", ""))])
        validators = self.validators(age)
        if key in age.keys and validators.hold_for(request):
            return not_modified(validators, archive=False)
        scope = self.scope(request, **kwargs)
        return self.answer(request, self.newest(scope), validators)

    def answer(
        self, request: HttpRequest, document: Document, validators: Validators
    ) -> HttpResponse:
        """Answer with a document, or as much of it as the client lacks."""
        if validators.hold_for(request):
            return not_modified(validators, archive=bool(document.current))
        if wants_only_news(request):
            document = replace(document, since=validators.known_since(request))
        document = replace(document, changed_at=validators.changed_at)
        feed = cast(Format, self.get_feed(document, request))
        return answer(request, feed, document, validators)

    def validators(self, age: Age, *salt: str) -> Validators:
        """The validators of a document of this format; `salt` is what else its bytes depend on."""
        form = self.form
        return Validators.of(
            age, *form.signature(), settings.SITE_URL, *settings.WEBSUB_HUBS, *salt
        )

    def scope(self, request: HttpRequest, **kwargs: Any) -> Scope:
        """What the address names. Raises Http404."""
        if kwargs.pop("language", None) is not None:
            kwargs["publication"] = request.publication  # type: ignore[attr-defined]
        return self.find(**kwargs)

    def newest(self, scope: Scope) -> Document:
        """The document that readers subscribe to."""
        posts = list(scope.posts.for_syndication()[: ENTRIES + 1])
        # What does not fit is in the archive of its month; what fits is in archives as well.
        dates = [post.published_at for post in posts if post.published_at]
        next_date = dates[ENTRIES] if len(dates) > ENTRIES else next(iter(dates), None)
        older = Month.of(next_date, scope.publication.zone) if next_date else None
        return Document(
            scope=scope,
            path=f"{scope.path}{self.form.file}",
            posts=posts[:ENTRIES],
            older=self._archive(scope, older),
            hubs=settings.WEBSUB_HUBS,
            withdrawn=self._removals(scope.withdrawn),
        )

    def _removals(self, withdrawn: PostQuerySet) -> list[Removal]:
        return removals_in(withdrawn) if self.form.tells_removals else []

    def _archive(self, scope: Scope, month: Month | None) -> str:
        return archive_path(scope, month, self.form.archive_suffix) if month else ""


class ArchiveFeed(PostFeed):
    """A month of a scope."""

    def __call__(
        self, request: HttpRequest, *_args: Any, month: Month, **kwargs: Any
    ) -> HttpResponse:
        """Answer with a month; its validators are its own and those of the months beside it."""
        scope = self.scope(request, **kwargs)
        zone = scope.publication.zone
        before = month_before(scope.posts, month, zone)
        after = month_after(scope.posts, month, zone)
        keys = [month_key(scope.key, str(shown)) for shown in (month, before, after) if shown]
        age = age_of([*keys, publication_key(scope.publication.code)])
        if keys[0] not in age.keys:
            raise Http404("Nothing came out in that month.")
        document = Document(
            scope=scope,
            path=archive_path(scope, month, self.form.archive_suffix),
            posts=list(posts_of(scope.posts, month, zone).for_syndication()),
            current=f"{scope.path}{self.form.file}",
            older=self._archive(scope, before),
            newer=self._archive(scope, after),
            withdrawn=self._removals(posts_of(scope.withdrawn, month, zone)),
        )
        return self.answer(request, document, self.validators(age))
