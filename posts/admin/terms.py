"""Tags and categories at the desk, with what posts know of them."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.contrib.postgres.fields import ArrayField
from django.db.models import (
    BigIntegerField,
    BooleanField,
    Count,
    Exists,
    F,
    Func,
    OuterRef,
    QuerySet,
    Value,
)
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.formats import localize
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from posts.models import FiledPost, Post, TaggedPost
from taxonomy.admin import CategoryAdmin, LanguageFilter, TagAdmin
from taxonomy.models import Category, Tag

from .alike import AlikeView
from .merge import MergeView
from .posts_of import posts_of
from .rename import RenameView


class _Unused(admin.SimpleListFilter):
    title = gettext_lazy("use")
    parameter_name = "unused"

    def lookups(
        self, _request: HttpRequest, _model_admin: admin.ModelAdmin[Any]
    ) -> list[tuple[str, str]]:
        return [("yes", _("Without posts"))]


class _OneOf(Func):
    """`id = ANY(array)`: one value, where IN would have one for each of twenty thousand."""

    template = "(%(expressions)s))"
    arg_joiner = " = ANY("
    output_field = BooleanField()

    def __init__(self, keys: list[int]) -> None:
        super().__init__(F("pk"), Value(keys, ArrayField(BigIntegerField())))


def _only(terms: QuerySet[Any], *without: Exists) -> QuerySet[Any]:
    """The terms without some rows: looked for once, however often the list asks."""
    found = terms.filter(*(~rows for rows in without)).order_by().values_list("pk", flat=True)
    kept: QuerySet[Any] = terms.filter(_OneOf(list(found)))
    return kept


class UnusedTags(_Unused):
    def queryset(self, _request: HttpRequest, queryset: QuerySet[Tag]) -> QuerySet[Tag]:
        rows = TaggedPost.objects.filter(tag=OuterRef("pk")).order_by()
        return _only(queryset, Exists(rows)) if self.value() else queryset


class UnusedCategories(_Unused):
    def queryset(self, _request: HttpRequest, queryset: QuerySet[Category]) -> QuerySet[Category]:
        rows = FiledPost.objects.filter(category=OuterRef("pk")).order_by()
        section = Post.objects.filter(section=OuterRef("pk")).order_by()
        return _only(queryset, Exists(rows), Exists(section)) if self.value() else queryset


class CountedList(ChangeList):
    """A page of terms, each with `post_total`: counted for those that are shown alone."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        terms: list[Any] = list(self.result_list)
        model, field = (TaggedPost, "tag") if self.model is Tag else (FiledPost, "category")
        rows = model._default_manager.filter(**{f"{field}__in": terms}).order_by()
        totals = dict(rows.values_list(field).annotate(Count("pk")))
        for term in terms:
            term.post_total = totals.get(term.pk, 0)
        self.result_list = terms


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

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return CountedList

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        term = kwargs.get("obj")
        context["posts_of"] = posts_of(term) if term is not None else ""
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.display(description=gettext_lazy("posts"))
    def post_total(self, term: Any) -> str:
        if not term.post_total:
            return "0"
        return format_html('<a href="{}">{}</a>', posts_of(term), localize(term.post_total))


@admin.register(Tag)
class TagDesk(TermDesk, TagAdmin):
    list_display = ["title", "post_total", "language", "name", "slug", "concept"]
    list_filter = [LanguageFilter, UnusedTags]


@admin.register(Category)
class CategoryDesk(TermDesk, CategoryAdmin):
    list_display = ["title", "post_total", "language", "slug", "in_menu", "position", "concept"]
    list_filter = [LanguageFilter, "in_menu", UnusedCategories]
