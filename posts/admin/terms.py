"""Tags and categories at the desk, with what posts know of them."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from posts.models import FiledPost, Post, TaggedPost
from taxonomy.admin import CategoryAdmin, LanguageFilter, TagAdmin
from taxonomy.models import Category, Tag

from .alike import AlikeView
from .merge import MergeView
from .rename import RenameView


class _Unused(admin.SimpleListFilter):
    title = gettext_lazy("use")
    parameter_name = "unused"

    def lookups(
        self, _request: HttpRequest, _model_admin: admin.ModelAdmin[Any]
    ) -> list[tuple[str, str]]:
        return [("yes", _("Without posts"))]


class UnusedTags(_Unused):
    def queryset(self, _request: HttpRequest, queryset: QuerySet[Tag]) -> QuerySet[Tag]:
        rows = TaggedPost.objects.filter(tag=OuterRef("pk")).order_by()
        return queryset.filter(~Exists(rows)) if self.value() else queryset


class UnusedCategories(_Unused):
    def queryset(self, _request: HttpRequest, queryset: QuerySet[Category]) -> QuerySet[Category]:
        rows = FiledPost.objects.filter(category=OuterRef("pk")).order_by()
        section = Post.objects.filter(section=OuterRef("pk")).order_by()
        return queryset.filter(~Exists(rows), ~Exists(section)) if self.value() else queryset


class TermDesk(MergeView, RenameView, AlikeView):
    """What both kinds have."""

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        name = f"taxonomy_{self.model._meta.model_name}"
        return [
            path("alike/", wrap(self.alike_view), name=f"{name}_alike"),
            path("<int:pk>/merge/", wrap(self.merge_view), name=f"{name}_merge"),
            path("<int:pk>/rename/", wrap(self.rename_view), name=f"{name}_rename"),
            *super().get_urls(),
        ]

    @admin.display(description=gettext_lazy("posts"))
    def post_total(self, term: Any) -> int:
        return int(term.post_total)


def _counted(rows: QuerySet[Any], term: str) -> Coalesce:
    """How many of some rows belong to a term: counted for those that are shown."""
    own = rows.filter(**{term: OuterRef("pk")}).order_by().values(term)
    return Coalesce(Subquery(own.annotate(total=Count("pk")).values("total")), Value(0))


@admin.register(Tag)
class TagDesk(TermDesk, TagAdmin):
    list_display = ["title", "post_total", "language", "name", "slug", "concept"]
    list_filter = [LanguageFilter, UnusedTags]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Tag]:
        tags = super().get_queryset(request)
        return tags.annotate(post_total=_counted(TaggedPost.objects.all(), "tag"))


@admin.register(Category)
class CategoryDesk(TermDesk, CategoryAdmin):
    list_display = ["title", "post_total", "language", "slug", "in_menu", "position", "concept"]
    list_filter = [LanguageFilter, "in_menu", UnusedCategories]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Category]:
        categories = super().get_queryset(request)
        return categories.annotate(post_total=_counted(FiledPost.objects.all(), "category"))
