"""The page of a post beside its form, and links to it for people without an account."""

from datetime import timedelta
from http import HTTPStatus
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_POST

from images.addresses import DESK_PREFIX
from posts.actions.preview import close_preview, open_preview
from posts.models import Post, PreviewLink
from posts.views.preview import POLICY, page_of
from posts.working import working_content
from publication.addresses import absolute
from publication.models import Publication

from .citations import CitationFormSet, CitationInline
from .form import PostForm
from .unsaved import PostUnsaved

# How long a link holds, in days: what the form offers.
DAYS = (1, 3, 7, 30)


class PostPreview(PostUnsaved):
    def preview_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("preview/", wrap(require_POST(self.typed_view)), name="posts_post_preview_typed"),
            path("<int:pk>/preview/", wrap(self.stored_view), name="posts_post_preview"),
            path(
                "<int:pk>/preview-links/",
                wrap(require_POST(self.open_link_view)),
                name="posts_post_open_preview",
            ),
            path(
                "<int:pk>/preview-links/<int:number>/close/",
                wrap(require_POST(self.close_link_view)),
                name="posts_post_close_preview",
            ),
        ]

    @method_decorator([csp_override(POLICY), xframe_options_sameorigin])
    def typed_view(self, request: HttpRequest) -> HttpResponse:
        """What stands in the form, as readers would see it. Nothing of it is stored."""
        post = self._written(request, request.POST.get("form_post", ""))
        publication = post.publication if post is not None else _publication(request)
        if publication is None:
            return self._nothing(request, [_("Choose a language first.")])
        instance = post or Post(publication=publication)
        form_class = self.get_form(request, post, change=post is not None)
        form = cast(PostForm, form_class(request.POST, instance=instance))
        rows = self._rows(request, post)(request.POST, instance=instance)
        try:
            content = form.content_so_far(rows)
            return page_of(request, publication, content, post=post, pictures_at=DESK_PREFIX)
        except ValidationError as error:
            return self._nothing(request, error.messages)

    @method_decorator([csp_override(POLICY), xframe_options_sameorigin])
    def stored_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The newest text of a post, as readers would see it."""
        post = self._seen(request, pk)
        try:
            content = working_content(post)
            return page_of(request, post.publication, content, post=post, pictures_at=DESK_PREFIX)
        except ValidationError as error:
            return self._nothing(request, error.messages)

    def open_link_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        post = self._seen(request, pk)
        days = request.POST.get("days", "")
        until = timezone.now() + timedelta(days=int(days) if days in map(str, DAYS) else DAYS[0])
        note = request.POST.get("for_whom", "")[:200]
        try:
            link = open_preview(post, until, by=cast(AbstractBaseUser, request.user), note=note)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
        else:
            address = absolute(reverse("posts:preview", args=[link.token]))
            message = _("Whoever has this link can read the newest text: %(address)s")
            self.message_user(request, message % {"address": address}, messages.SUCCESS)
        return _back(pk)

    def close_link_view(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        post = self._seen(request, pk)
        link = PreviewLink.objects.filter(post=post, pk=number).first()
        if link is not None:
            close_preview(link, by=cast(AbstractBaseUser, request.user))
            self.message_user(request, _("The link leads nowhere any more."), messages.SUCCESS)
        return _back(pk)

    def _rows(self, request: HttpRequest, post: Post | None) -> type[CitationFormSet]:
        inlines = self.get_inline_instances(request, post)
        [inline] = [one for one in inlines if isinstance(one, CitationInline)]
        return cast(type[CitationFormSet], inline.get_formset(request, post))

    def _nothing(self, request: HttpRequest, why: list[str]) -> HttpResponse:
        name = "admin/posts/post/no_preview.html"
        return TemplateResponse(request, name, {"why": why}, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def preview_links(post: Post) -> list[dict[str, Any]]:
    """The links to a post that still lead somewhere."""
    open_ones = PreviewLink.objects.open(timezone.now()).filter(post=post).select_related("by")
    return [
        {"link": link, "address": absolute(reverse("posts:preview", args=[link.token]))}
        for link in open_ones
    ]


def _publication(request: HttpRequest) -> Publication | None:
    return Publication.objects.filter(code=request.POST.get("publication", "")).first()


def _back(pk: int) -> HttpResponse:
    return HttpResponseRedirect(reverse("admin:posts_post_change", args=[pk]) + "#preview-links")
