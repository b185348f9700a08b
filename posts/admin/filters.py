from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from posts.models import Post


class MineFilter(admin.SimpleListFilter):
    """The posts that one began oneself."""

    title = gettext_lazy("author")
    parameter_name = "mine"

    def lookups(
        self, _request: HttpRequest, _model_admin: admin.ModelAdmin[Any]
    ) -> list[tuple[str, str]]:
        return [("yes", _("My posts"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Post]) -> QuerySet[Post]:
        return queryset.filter(created_by=request.user.pk) if self.value() else queryset
