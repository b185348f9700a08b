"""The revisions of a post: what became of it, two of them side by side, and back to one."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from desk.model_admin import DeskAdmin
from images.addresses import for_desk
from posts.actions import restore_revision
from posts.clean import cleaned
from posts.diff import FieldDiff, compare
from posts.models import Post, Revision
from posts.working import content_at

from .field_names import FIELD_NAMES
from .verbs import DONE

A_PAGE = 50


class PostHistory(DeskAdmin[Post]):
    """Pages below the form of a post. Who may see a post at the desk may read its history."""

    def history_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path(
                "<int:pk>/revisions/",
                wrap(self.revisions_view),
                name="posts_post_revisions",
            ),
            path(
                "<int:pk>/revisions/compare/",
                wrap(self.compare_view),
                name="posts_post_compare",
            ),
            path(
                "<int:pk>/revisions/<int:number>/restore/",
                wrap(require_POST(self.restore_view)),
                name="posts_post_restore",
            ),
        ]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Where Django links to its own log of changes, ours says more."""
        return HttpResponseRedirect(reverse("admin:posts_post_revisions", args=[object_id]))

    def revisions_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """All that was done with a post, the latest first."""
        post = self._seen(request, pk)
        page = Paginator(_rows(post), A_PAGE).get_page(request.GET.get("page"))
        context = {
            "page": page,
            "rows": [(row, DONE.get(row.action, row.action)) for row in page],
            "may_restore": self.has_change_permission(request, post),
        }
        return self._page(request, post, "revisions.html", _("Revisions"), context)

    def compare_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Two revisions side by side, by their numbers `from` and `to`; by default the last two."""
        post = self._seen(request, pk)
        after = _chosen(post, request.GET.get("to")) or post.revisions.first()
        if after is None:
            raise Http404
        before = _chosen(post, request.GET.get("from")) or _the_one_before(after)
        if before.number > after.number:
            before, after = after, before
        found = compare(cleaned(content_at(before)), cleaned(content_at(after)))
        context = {
            "before": before,
            "after": after,
            "heads": [before, after] if before != after else [after],
            "is_only": post.revisions.count() == 1,
            "fields": shown(found),
            "is_changed": any(field.is_changed for field in found),
            "previous": post.revisions.filter(number__lt=before.number).first(),
            "following": post.revisions.filter(number__gt=after.number).last(),
            "may_restore": self.has_change_permission(request, post),
        }
        title = _("Revision %(before)s beside %(after)s")
        if before == after:
            title = _("Revision %(after)s")
        values = {"before": before.number, "after": after.number}
        return self._page(request, post, "compare.html", title % values, context)

    def restore_view(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        """Make the post what it was in a revision."""
        post = self._seen(request, pk)
        revision = _chosen(post, str(number))
        if revision is None:
            raise Http404
        try:
            restore_revision(post, revision, by=cast(AbstractBaseUser, request.user))
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return HttpResponseRedirect(reverse("admin:posts_post_revisions", args=[pk]))
        message = _("The post is as it was in revision %(number)s.")
        if post.was_public:
            message = _(
                "Revision %(number)s is the newer draft now. Readers see it once you publish it."
            )
        self.message_user(request, message % {"number": number}, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:posts_post_change", args=[pk]))

    def _seen(self, request: HttpRequest, pk: int) -> Post:
        """The post, for those who may see it; times are those of its publication from here on."""
        post = Post.objects.select_related("publication", "section").filter(pk=pk).first()
        if post is None:
            raise Http404
        if not self.has_view_or_change_permission(request, post):
            raise PermissionDenied
        timezone.activate(post.publication.zone)
        return post

    def _page(
        self, request: HttpRequest, post: Post, name: str, title: str, context: dict[str, Any]
    ) -> HttpResponse:
        return TemplateResponse(
            request,
            f"admin/posts/post/{name}",
            {
                **self.admin_site.each_context(request),
                "opts": self.opts,
                "post": post,
                "title": title,
                **context,
            },
        )


def shown(found: list[FieldDiff]) -> list[dict[str, Any]]:
    """Differences as a template shows them. What is marked safe was cleaned when it was stored."""
    return [
        {
            "name": field.name,
            "label": FIELD_NAMES[field.name],
            "is_changed": field.is_changed,
            "rows": [
                {"kind": row.kind, "before": _safe(row.before), "after": _safe(row.after)}
                for row in field.rows
            ],
        }
        for field in found
    ]


def _safe(html: str) -> SafeString:
    return mark_safe(for_desk(html))  # noqa: S308 — clean HTML, or escaped by `posts.diff`


def _rows(post: Post) -> "QuerySet[Revision]":
    return post.revisions.defer("snapshot")


def _chosen(post: Post, number: str | None) -> Revision | None:
    if number is None or not number.isdecimal() or len(number) > 9:
        return None
    return post.revisions.filter(number=int(number)).first()


def _the_one_before(revision: Revision) -> Revision:
    earlier = Revision.objects.filter(post=revision.post_id, number__lt=revision.number)
    return earlier.order_by("-number").first() or revision
