from typing import Any, cast

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _

from safeguards.text import xml_safe

from .health import figures
from .health.chart import bars
from .health.matter import changes_since, scope_at
from .health.store import KEPT_DAYS
from .models import DailyPolls

FEEDS_A_PAGE = 50
CLIENTS_SHOWN = 200


@admin.register(DailyPolls)
class FeedHealthAdmin(admin.ModelAdmin[DailyPolls]):
    """A page to read: all feeds, and the clients of one."""

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("", wrap(self.feeds_view), name="feeds_dailypolls_changelist"),
            path("feed/", wrap(self.feed_view), name="feeds_dailypolls_feed"),
        ]

    def feeds_view(self, request: HttpRequest) -> HttpResponse:
        """Every feed that was asked for."""
        totals = figures.of_feeds()
        page = Paginator(totals.feeds, FEEDS_A_PAGE).get_page(request.GET.get("page"))
        return self._page(request, "feeds", _("Feed health"), totals=totals, page=page)

    def feed_view(self, request: HttpRequest) -> HttpResponse:
        """The clients of the feed that `?path=` names."""
        asked = xml_safe(request.GET.get("path", ""))
        start = figures.first_day()
        scope = scope_at(asked)
        changes = changes_since(scope, start)
        clients = figures.of_clients(asked, changes)
        return self._page(
            request,
            "feed",
            scope.title if scope is not None else asked,
            path=asked,
            is_there=scope is not None,
            changes=changes,
            clients=clients[:CLIENTS_SHOWN],
            left_out=max(len(clients) - CLIENTS_SHOWN, 0),
            never=sum(client.never_revalidates for client in clients),
            chart=bars(figures.of_days(asked)),
        )

    def _page(self, request: HttpRequest, name: str, title: str, **context: object) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        each: dict[str, Any] = cast(Any, self.admin_site).each_context(request)
        values = {
            **each,
            **context,
            "opts": self.opts,
            "title": title,
            "days": figures.SHOWN_DAYS,
            "kept_days": KEPT_DAYS,
            "enough": figures.ENOUGH_POLLS,
        }
        return TemplateResponse(request, f"admin/feeds/health/{name}.html", values)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: DailyPolls | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: DailyPolls | None = None) -> bool:
        return False
