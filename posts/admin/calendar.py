"""The month at a glance, at the desk."""

import re
from datetime import date

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _

from posts.calendar import month_of
from publication.models import Publication

from .preview import PostPreview


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
                "gaps": sum(square.is_gap for week in weeks for square in week),
            }
        return TemplateResponse(request, "admin/posts/post/calendar.html", context)


def _month(said: str, today: date) -> date:
    found = re.fullmatch(r"([0-9]{4})-(0[1-9]|1[0-2])", said)
    # The first and the last year would have weeks that begin or end in none.
    if found is None or not 1 < int(found[1]) < date.max.year:
        return today.replace(day=1)
    return date(int(found[1]), int(found[2]), 1)


def _beside(month: date, step: int) -> date:
    number = month.year * 12 + month.month - 1 + step
    return date(number // 12, number % 12 + 1, 1)
