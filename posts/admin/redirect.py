from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.model_admin import DeskAdmin
from desk.plain_text import PlainTextForm
from posts.models import Redirect


class RedirectForm(PlainTextForm[Redirect]):
    pass


@admin.register(Redirect)
class RedirectAdmin(DeskAdmin[Redirect]):
    form = RedirectForm
    fields = ["path", "post", "target"]
    raw_id_fields = ["post"]
    list_display = ["path", "leads_to", "created_at"]
    list_select_related = ["post__section"]
    search_fields = ["path", "target"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Redirect]:
        """Without the texts of the posts."""
        return super().get_queryset(request).defer("post__body", "post__summary")

    @admin.display(description=gettext_lazy("leads to"))
    def leads_to(self, redirect: Redirect) -> str:
        return redirect.destination or _("nowhere: it is gone")

    def view_on_site(self, redirect: Redirect) -> str:
        return redirect.path
