"""The syndication views: any scope in any format; its newest entries, or a month of its posts."""

from abc import abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, cast

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from edge.stamps import Age, age_of
from edge.validators import Validators
from posts.keys import frame_keys, list_key, month_key, publication_key
from posts.models import Post
from posts.models.queryset import PostQuerySet
from publication.known import as_of, known

from .answer import answer, not_modified, wants_only_news
from .archive import Month, months_beside, posts_of
from .document import ENTRIES, Document, Removal, archive_path, removals_in
from .formats import Format
from .scope import Scope
from .syndication import PostSyndication, Syndication

type Find = Callable[..., Scope]


class ServedFeed[Entry, Of: Document](Syndication[Entry, Of]):
    """A feed of a scope, as it answers polls. `find` makes the Scope of what an address names."""

    def __init__(self, find: Find, form: type[Format]) -> None:
        self.find = find
        self.form = form
        self.feed_type = form

    def __call__(self, request: HttpRequest, *_args: Any, **kwargs: Any) -> HttpResponse:
        """Answer a poll from one look-up of stamps wherever the client's copy still holds."""
        key = list_key(request.path_info.removesuffix(self.form.file))
        frame = frame_keys(key, kwargs.get("language", ""))
        age = age_of([key, *frame])
        validators = self.validators(age, around=frame)
        if key in age.keys and validators.hold_for(request):
            return not_modified(request, validators, archive=False)
        scope = self.scope(request, age, **kwargs)
        return self.answer(request, self.newest(scope), validators)

    @abstractmethod
    def newest(self, scope: Scope) -> Of:
        """The document that readers subscribe to."""

    def answer(self, request: HttpRequest, document: Of, validators: Validators) -> HttpResponse:
        """Answer with a document, or as much of it as the client lacks."""
        if validators.hold_for(request):
            return not_modified(request, validators, archive=bool(document.current))
        if wants_only_news(request):
            document = replace(document, since=validators.known_since(request))
        document = replace(document, changed_at=validators.changed_at)
        feed = cast(Format, self.get_feed(document, request))
        return answer(request, feed, document, validators)

    def validators(self, age: Age, *salt: str, around: Iterable[str] = ()) -> Validators:
        """The validators of a document of this format; `salt` is what else its bytes depend on.

        `around` are the keys of what it says besides entries.
        """
        form = self.form
        salt = (*form.signature(), settings.SITE_URL, *settings.WEBSUB_HUBS, *salt)
        return Validators.of(age, *salt, whole_since=age.changed_of(around))

    def scope(self, request: HttpRequest, age: Age, **kwargs: Any) -> Scope:
        """What the address names. Raises Http404."""
        code = kwargs.pop("language", "")
        # Those of all languages go under the name of the first.
        publications = getattr(request, "publications", None) or known()
        stamp = age.times.get(publication_key(code))
        current = as_of(stamp, [row for row in publications if code in ("", row.code)])
        if not current:
            raise Http404("There is no publication yet.")
        return self.find(publication=current[0], **kwargs)


class PostFeed(PostSyndication, ServedFeed[Post, Document]):
    """The newest posts of a scope."""

    def newest(self, scope: Scope) -> Document:
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
        """Answer with a month. Of the months beside it, it says only that there are any."""
        file = f"archive/{month}.{self.form.archive_suffix}"
        key = list_key(request.path_info.removesuffix(file))
        before, after = months_beside(month, key)
        own = month_key(key, str(month))
        beside = [month_key(key, str(shown)) for shown in (before, after) if shown]
        frame = frame_keys(key, kwargs.get("language", ""))
        age = age_of([own, *frame], begun=beside)
        if own not in age.keys:
            raise Http404("Nothing came out in that month.")
        validators = self.validators(age, around=[*frame, *beside])
        if validators.hold_for(request):
            return not_modified(request, validators, archive=True)
        scope = self.scope(request, age, **kwargs)
        zone = scope.publication.zone
        document = Document(
            scope=scope,
            path=archive_path(scope, month, self.form.archive_suffix),
            posts=list(posts_of(scope.posts, month, zone).for_syndication()),
            current=f"{scope.path}{self.form.file}",
            older=self._archive(scope, before),
            newer=self._archive(scope, after),
            withdrawn=self._removals(posts_of(scope.withdrawn, month, zone)),
        )
        return self.answer(request, document, validators)
