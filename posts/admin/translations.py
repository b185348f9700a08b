"""A post and its versions in other languages, at its form."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from posts.actions import begin_translation, keep_translation
from posts.models import Post
from posts.translations import missing_languages, original_of, versions_of
from publication.models import Publication

from .calendar import PostCalendar


class PostTranslations(PostCalendar):
    def translation_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path(
                "<int:pk>/translate/<str:code>/",
                wrap(require_POST(self.translate_view)),
                name="posts_post_translate",
            ),
            path(
                "<int:pk>/translation-kept/",
                wrap(require_POST(self.translation_kept_view)),
                name="posts_post_translation_kept",
            ),
        ]

    def translate_view(self, request: HttpRequest, pk: int, code: str) -> HttpResponse:
        """Begin the version of a publication, by its code, and go to its form.

        A keyword `language` would have the desk answer in that language.
        """
        post = self._seen(request, pk)
        publication = Publication.objects.filter(code=code).first()
        if publication is None:
            raise Http404
        try:
            begun = begin_translation(post, publication, by=cast(AbstractBaseUser, request.user))
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return _to(pk)
        message = _("A draft with the text of the original: write over it.")
        self.message_user(request, message, messages.SUCCESS)
        return _to(begun.pk)

    def translation_kept_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Note that the version says what its original says now."""
        post = self._seen(request, pk)
        original = original_of(post)
        if original is None:
            raise Http404
        keep_translation(post, original.post, by=cast(AbstractBaseUser, request.user))
        message = _("Noted: it says what the original says.")
        self.message_user(request, message, messages.SUCCESS)
        return _to(pk)


def translations_shown(post: Post) -> dict[str, Any]:
    """What the form says of a post's versions."""
    versions = versions_of(post)
    return {
        "versions": versions,
        "missing": missing_languages(post, versions),
        "original": original_of(post) if versions else None,
    }


def _to(pk: int) -> HttpResponse:
    return HttpResponseRedirect(reverse("admin:posts_post_change", args=[pk]))
