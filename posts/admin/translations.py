"""A post and its versions in other languages, at its form."""

from typing import Any, Final, cast

from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from desk.typed import number
from posts.actions import begin_translation, join_versions, keep_translation, part_version
from posts.models import Post
from posts.search.desk import found_at_desk
from posts.translations import missing_languages, original_of, versions_of
from publication.models import Publication

from .calendar import PostCalendar

_FEW: Final = 4


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
            path(
                "<int:pk>/versions/join/",
                wrap(require_POST(self.join_view)),
                name="posts_post_join",
            ),
            path(
                "<int:pk>/versions/part/",
                wrap(require_POST(self.part_view)),
                name="posts_post_part",
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

    def join_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Make one piece of the post and of another one, looked for by what was typed."""
        post = self._seen(request, pk)
        try:
            other = _version_named(post, request.POST.get("version", ""))
            join_versions(post, other, by=cast(AbstractBaseUser, request.user))
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return _to(pk)
        message = _("“%s” is a version of it now.") % other.title
        self.message_user(request, message, messages.SUCCESS)
        return _to(pk)

    def part_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Make a piece of its own of the post, and go back to the version that asked for it."""
        post = self._seen(request, pk)
        rest = [version.pk for version in versions_of(post)]
        try:
            part_version(post, by=cast(AbstractBaseUser, request.user))
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return _to(pk)
        message = _("“%s” is a piece of its own now.") % post.title
        self.message_user(request, message, messages.SUCCESS)
        asked = number(request.POST.get("from", ""))
        return _to(asked if asked in rest and asked is not None else pk)


def _version_named(post: Post, typed: str) -> Post:
    """The one post of another language that was meant. Raises ValidationError."""
    missing = [row.code for row in missing_languages(post, versions_of(post))]
    found = Post.objects.filter(pk__in=found_at_desk(typed), publication__code__in=missing)
    some = list(found.only("title", "translation_key", "publication")[:_FEW])
    if len(some) == 1:
        return some[0]
    if not some:
        message = _("No post in another language is found by “%s”. Write its address.")
        raise ValidationError(message % typed[:100])
    titles = ", ".join(f"“{one.title}”" for one in some)
    message = _("Several posts are found: %s. Write the address of one, or more of its headline.")
    raise ValidationError(message % titles)


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
