from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest


class DeskAdmin[M: Model](admin.ModelAdmin[M]):
    """An admin whose lists stay fast at 100,000 rows and whose addresses last.

    `lasting` names the fields that are part of an address: they are written once.
    """

    list_per_page = 50
    show_full_result_count = False
    lasting: Sequence[str] = ()

    def get_readonly_fields(self, request: HttpRequest, obj: M | None = None) -> list[Any]:
        fixed = self.lasting if obj is not None else ()
        return [*super().get_readonly_fields(request, obj), *fixed]

    def view_on_site(self, obj: M) -> str | None:
        """The address itself; Django would lead there through a table of sites."""
        address = getattr(obj, "get_absolute_url", None)
        return address() if address is not None else None
