"""The month at a glance, at the desk."""

import re
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _

from posts.calendar import month_of
from publication.models import Publication

from .preview import PostPreview

_DATES = ("published_at", "publish_at", "embargo_until", "withdraw_at")
_DAY = len("2026-11-24")
# When a post that is begun for a day is to come out, unless its editor says otherwise.
_HOUR = "09:00"


class PostCalendar(PostPreview):
    def calendar_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [path("calendar/", wrap(self.calendar_view), name="posts_post_calendar")]

    def calendar_view(self, request: HttpRequest) -> HttpResponse:
        """A `month` (`2026-11`, this one by default) of a `language`."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        publications = list(Publication.objects.all())
        chosen = [row for row in publications if row.code == request.GET.get("language")]
        publication = next(iter([*chosen, *publications]), None)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Calendar"),
            "publications": publications,
            "publication": publication,
        }
        if publication is not None:
            timezone.activate(publication.zone)
            month = _month(request.GET.get("month", ""), timezone.localdate(None, publication.zone))
            weeks = month_of(month.year, month.month, publication.code, publication.zone)
            context |= {
                "month": month,
                "weeks": weeks,
                "weekdays": [square.day for square in weeks[0]],
                "previous": _beside(month, -1),
                "following": _beside(month, 1),
                "gaps": sum(square.is_missed for week in weeks for square in week),
                "may_begin": self.has_add_permission(request),
            }
        return TemplateResponse(request, "admin/posts/post/calendar.html", context)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """A new post can be begun for a `day` (`2026-11-24`) on its publication's calendar."""
        data: dict[str, Any] = super().get_changeform_initial_data(request)
        for name in _DATES:  # an address says no date but the day
            data.pop(name, None)
        day = parse_day(str(data.pop("day", "")))
        if day is not None:
            data["published_at"] = [day.isoformat(), _HOUR]
        return data


def parse_day(said: str) -> date | None:
    """The day of `2026-11-24`; None for what is none."""
    try:
        return date.fromisoformat(said) if len(said) == _DAY else None
    except ValueError:
        return None


def _month(said: str, today: date) -> date:
    found = re.fullmatch(r"([0-9]{4})-(0[1-9]|1[0-2])", said)
    # The first and the last year would have weeks that begin or end in none.
    if found is None or not 1 < int(found[1]) < date.max.year:
        return today.replace(day=1)
    return date(int(found[1]), int(found[2]), 1)


def _beside(month: date, step: int) -> date:
    number = month.year * 12 + month.month - 1 + step
    return date(number // 12, number % 12 + 1, 1)
