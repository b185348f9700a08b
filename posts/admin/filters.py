"""What narrows the list of posts, besides the filters that Django makes of fields.

Tags, categories and authors are many: none is offered, one is asked for, by name (`?tag=AI`) or by
the address that rows of the desk link to (`?tag=en/ai`).
"""

from contextlib import suppress
from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.contrib.auth import get_user_model
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from posts.models import Author, Authorship, FiledPost, Post, TaggedPost
from taxonomy.models import Category, Tag
from taxonomy.slugs import NoAddressError, slug_from_title, slugify_term

# Those who began one of so many posts that were saved last wrote lately.
LATELY = 500
LONGEST = 300


class WriterFilter(admin.SimpleListFilter):
    """The posts that one began oneself, or somebody who wrote lately."""

    title = gettext_lazy("writer")
    parameter_name: str = "writer"

    def lookups(
        self, request: HttpRequest, _model_admin: admin.ModelAdmin[Any]
    ) -> list[tuple[str, str]]:
        latest = Post.objects.order_by("-modified_at", "-pk").values("created_by")[:LATELY]
        asked = self.value() or ""
        wanted = Q(pk__in=latest)
        if _is_key(asked):
            wanted |= Q(pk=int(asked))
        writers = get_user_model()._default_manager.filter(wanted)
        others = [user for user in writers.order_by("username") if user.pk != request.user.pk]
        return [
            ("me", _("My posts")),
            *((str(user.pk), user.get_full_name() or user.get_username()) for user in others),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Post]) -> QuerySet[Post]:
        asked = self.value()
        if not asked:
            return queryset
        if asked == "me":
            return queryset.filter(created_by=request.user.pk)
        return queryset.filter(created_by=int(asked)) if _is_key(asked) else queryset.none()


def _is_key(said: str) -> bool:
    """Whether it is the number of an account, and not one that no account can have."""
    return said.isdecimal() and len(said) < 10


class NamedFilter(admin.SimpleListFilter):
    """The posts that are joined with a row by its name; the name is typed, or comes in a link."""

    template = "admin/posts/post/named_filter.html"
    # The rows that join it with posts: their fields.
    through: ClassVar[type[Model]]
    field: ClassVar[str]
    post: ClassVar[str] = "post"
    parameter_name: str

    def rows(self, asked: str) -> list[Any]:
        """Those that are called so, in one language or in several."""
        raise NotImplementedError

    def lookups(
        self, request: HttpRequest, _model_admin: admin.ModelAdmin[Any]
    ) -> list[tuple[str, str]]:
        """The one that was asked for; a filter without any would not be shown."""
        self.asked = (self.value() or "").replace("\0", "").strip()[:LONGEST]
        self.found = self.rows(self.asked) if self.asked else []
        self.others = [
            (name, value)
            for name, values in request.GET.lists()
            for value in values
            if name not in (self.parameter_name, "p", "e")
        ]
        return [(self.asked, ", ".join(sorted({str(row) for row in self.found})))]

    def choices(self, changelist: ChangeList) -> Any:
        yield {
            "asked": self.asked,
            "name": self.parameter_name,
            "shown": ", ".join(sorted({str(row) for row in self.found})),
            "others": self.others,
            "without": changelist.get_query_string(remove=[self.parameter_name]),
        }

    def queryset(self, _request: HttpRequest, queryset: QuerySet[Post]) -> QuerySet[Post]:
        if not self.asked:
            return queryset
        if not self.found:
            return queryset.none()
        joined = self.through._default_manager.filter(
            **{self.post: OuterRef("pk"), f"{self.field}__in": [row.pk for row in self.found]}
        )
        return queryset.filter(Exists(joined.order_by()))


class _TermFilter(NamedFilter):
    kind: ClassVar[type[Tag] | type[Category]]

    def rows(self, asked: str) -> list[Any]:
        """By `en/ai`, or by any spelling; a synonym stands for the term that it leads to."""
        language, _slash, slug = asked.partition("/")
        called = Q(language=language, slug=slug)
        with suppress(NoAddressError):
            called |= Q(slug=slugify_term(asked))
        found = self.kind.every.filter(called).select_related("merged_into")
        return list({(row.merged_into or row).pk: row.merged_into or row for row in found}.values())


class TagFilter(_TermFilter):
    title = gettext_lazy("tag")
    parameter_name = "tag"
    kind = Tag
    through = TaggedPost
    field = "tag"
    post = "content_object"


class CategoryFilter(_TermFilter):
    title = gettext_lazy("category")
    parameter_name = "category"
    kind = Category
    through = FiledPost
    field = "category"


class AuthorFilter(NamedFilter):
    """By whom it is signed."""

    title = gettext_lazy("author")
    parameter_name = "author"
    through = Authorship
    field = "author"

    def rows(self, asked: str) -> list[Any]:
        called = Q(slug=asked) | Q(name__iexact=asked)
        with suppress(NoAddressError):
            called |= Q(slug=slug_from_title(asked))
        return list(Author.objects.filter(called)[:20])
