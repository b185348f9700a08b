from typing import Any

from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest


class PagedByKey(ChangeList):
    """A list that reads no more rows than it shows.

    PostgreSQL works out whole rows to pass them over: on page 500 tens of thousands. So the keys of
    a page are found first, which an index has in their order.
    """

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        page: Any = self.result_list
        keys = list(page.values_list("pk", flat=True))
        rows = {row.pk: row for row in self.queryset.filter(pk__in=keys)}
        self.result_list = [rows[key] for key in keys if key in rows]
