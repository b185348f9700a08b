"""What the pages about one term share: who may see them, and how they are shown."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import ngettext

from posts.actions.merge_terms import STEP, require_merger
from posts.batches import begin
from posts.models import Batch
from taxonomy.models.term import Term

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

    _Admin = ModelAdmin[Any]
else:
    _Admin = object


class TermPage(_Admin):
    def term_of(self, request: HttpRequest, pk: int) -> Term:
        """The term of a page, for those who may merge it. Raises Http404, PermissionDenied."""
        self.require_merger(request)
        term: Term | None = self.get_queryset(request).filter(pk=pk).first()
        if term is None:
            raise Http404("There is no such term.")
        return term

    def require_merger(self, request: HttpRequest) -> None:
        if not self.has_change_permission(request):
            raise PermissionDenied
        require_merger(request.user, self.model)  # type: ignore[arg-type]

    def show(self, request: HttpRequest, name: str, title: str, **context: object) -> HttpResponse:
        values = {
            **self.admin_site.each_context(request),
            **context,
            "opts": self.opts,
            "title": title,
            "media": self.media,
        }
        return TemplateResponse(request, f"admin/taxonomy/{name}.html", values)

    def carry_out(self, request: HttpRequest, batch: Batch, survivor: Term) -> HttpResponse:
        """Begin a merge, and lead to what came of it, or to where one sees it come."""
        begin(batch, at_once=STEP)
        if batch.finished_at is None:
            return HttpResponseRedirect(reverse("admin:posts_batch_change", args=[batch.pk]))
        if batch.error:
            self.message_user(request, batch.error, messages.ERROR)
        else:
            message = ngettext(
                "Done: %(number)d post has “%(title)s” now.",
                "Done: %(number)d posts have “%(title)s” now.",
                batch.done,
            )
            values = {"number": batch.done, "title": survivor.title}
            self.message_user(request, message % values, messages.SUCCESS)
        name = f"admin:taxonomy_{self.opts.model_name}_change"
        return HttpResponseRedirect(reverse(name, args=[survivor.pk]))
