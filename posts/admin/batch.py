"""Work on many posts: what is asked before it begins, and how far it has come."""

from typing import Any, cast

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from posts.batches import KINDS, begin
from posts.models import Batch, Post
from posts.rights import may

from .batch_form import FORMS, NothingForm

SHOWN = 10
REFUSALS_SHOWN = 200


@admin.register(Batch)
class BatchAdmin(admin.ModelAdmin[Batch]):
    """A page for each batch, to which the action that made it leads. There is no list."""

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [path("<int:pk>/", wrap(self.batch_view), name="posts_batch_change")]

    def batch_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask what is to be done and begin; then tell how far it is."""
        batch = Batch.objects.filter(pk=pk).defer("posts").first()
        if batch is None:
            raise Http404("There is no such batch.")
        kind = KINDS[batch.kind]
        if not may(request.user, kind.right):
            raise PermissionDenied
        if batch.started_at is not None:
            return self._progress(request, batch)
        if batch.by_id != request.user.pk:
            raise PermissionDenied
        return self._ask(request, batch)

    def _ask(self, request: HttpRequest, batch: Batch) -> HttpResponse:
        chosen = Post.objects.filter(pk__in=batch.posts)
        languages = list(chosen.order_by().values_list("publication__code", flat=True).distinct())
        form_class = FORMS.get(batch.kind, NothingForm)
        form = form_class(request.POST or None, languages=languages)
        if request.method == "POST" and form.is_valid():
            batch.order = form.order()
            batch.save(update_fields=["order"])
            begin(batch)
            return HttpResponseRedirect(reverse("admin:posts_batch_change", args=[batch.pk]))
        first = Post.objects.in_bulk(batch.posts[:SHOWN])
        return self._page(
            request,
            "ask",
            str(KINDS[batch.kind].label),
            batch=batch,
            form=form,
            media=form.media,
            first=list(first.values()),
            more=max(batch.total - SHOWN, 0),
        )

    def _progress(self, request: HttpRequest, batch: Batch) -> HttpResponse:
        refused = batch.refusals.select_related("post")
        count = refused.count()
        return self._page(
            request,
            "progress",
            KINDS[batch.kind].title(batch.order),
            batch=batch,
            refusals=refused[:REFUSALS_SHOWN],
            refused=count,
            changed=batch.done - count,
            left_out=max(count - REFUSALS_SHOWN, 0),
        )

    def _page(self, request: HttpRequest, name: str, title: str, **context: object) -> HttpResponse:
        each: dict[str, Any] = cast(Any, self.admin_site).each_context(request)
        values = {**each, "opts": self.opts, "title": title, **context}
        return TemplateResponse(request, f"admin/posts/batch/{name}.html", values)

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Not among the things on the desk's first page."""
        return False
