"""The top of a front page, as editors set it: who leads, who stands beside, from when to when."""

from collections.abc import Iterator
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.contrib.admin.widgets import AdminSplitDateTime
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.typed import number
from posts.actions import pin_post, unpin_post
from posts.models import Lead, Post
from publication.models import Publication

from .translations import PostTranslations

# Of so many of the newest one can choose; others are pinned at their own form.
OFFERED = 60


PLACES = [
    gettext_lazy("Lead"),
    gettext_lazy("Beside it, first"),
    gettext_lazy("Beside it, second"),
    gettext_lazy("Beside it, third"),
]


class PinForm(forms.Form):
    """A pin: `post` is the number of a public post of the publication."""

    post = forms.TypedChoiceField(label=gettext_lazy("Post"), coerce=int)
    place = forms.TypedChoiceField(
        label=gettext_lazy("Place"),
        coerce=int,
        choices=list(enumerate(PLACES)),
    )
    starts_at = forms.SplitDateTimeField(
        label=gettext_lazy("From"),
        required=False,
        widget=AdminSplitDateTime,
        help_text=gettext_lazy("Left empty: now."),
    )
    ends_at = forms.SplitDateTimeField(
        label=gettext_lazy("Until"),
        required=False,
        widget=AdminSplitDateTime,
        help_text=gettext_lazy("Left empty: until it is unpinned or another takes its place."),
    )

    def __init__(self, *args: Any, publication: Publication, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        public = Post.objects.published(publication.code).only("title")[:OFFERED]
        pinned = {pin.post_id: pin for pin in _leads(publication)}
        self.fields["post"].choices = [  # type: ignore[attr-defined]
            ("", "—"),
            *((post.pk, _offered(post, pinned.get(post.pk))) for post in public),
        ]


class PostFrontPage(PostTranslations):
    def front_page_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [path("front-page/", wrap(self.front_page_view), name="posts_post_front_page")]

    def front_page_view(self, request: HttpRequest) -> HttpResponse:
        """What stands at the top of the front page of a `language`, now and later."""
        if not request.user.has_perm("posts.publish_post"):
            raise PermissionDenied
        publications = list(Publication.objects.all())
        chosen = [row for row in publications if row.code == request.GET.get("language")]
        publication = next(iter([*chosen, *publications]), None)
        if publication is None:
            return HttpResponseRedirect(reverse("admin:index"))
        timezone.activate(publication.zone)
        form = PinForm(request.POST if request.method == "POST" else None, publication=publication)
        if request.method == "POST" and self._do(request, form):
            return HttpResponseRedirect(f"{request.path}?language={publication.code}")
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Front page"),
            "publications": publications,
            "publication": publication,
            "places": list(_places(publication)),
            "waiting": [
                (pin, PLACES[pin.place]) for pin in _leads(publication).filter(is_shown=False)
            ],
            "form": form,
            "media": self.media + form.media,
        }
        return TemplateResponse(request, "admin/posts/post/front_page.html", context)

    def _do(self, request: HttpRequest, form: PinForm) -> bool:
        """Pin or unpin as the button says; whether it was done."""
        by = cast(AbstractBaseUser, request.user)
        if unpinned := request.POST.get("unpin", ""):
            key = number(unpinned)
            post = Post.objects.filter(pk=key).first() if key is not None else None
            if post is not None:
                unpin_post(post, by=by)
                self.message_user(request, _("It is unpinned."), messages.SUCCESS)
            return True
        if not form.is_valid():
            return False
        values = form.cleaned_data
        post = Post.objects.get(pk=values.pop("post"))
        try:
            with transaction.atomic():
                pin_post(post, by=by, **values)
        except ValidationError as error:
            form.add_error(None, error.messages)
            return False
        self.message_user(request, _("It is pinned."), messages.SUCCESS)
        return True


def _leads(publication: Publication) -> Any:
    leads = Lead.objects.filter(publication=publication).select_related("post")
    return leads.defer("post__body", "post__summary")


def _offered(post: Post, pin: Lead | None) -> str:
    """What a post is called where one is chosen to be pinned."""
    if pin is None:
        return post.title
    place = str(PLACES[pin.place])
    shown = (
        _("%(title)s (pinned: %(place)s)") if pin.is_shown else _("%(title)s (later: %(place)s)")
    )
    return shown % {"title": post.title, "place": place}


def _places(publication: Publication) -> Iterator[tuple[Any, Post | None, Lead | None]]:
    """Who stands where now: pinned, or the newest that is left."""
    pins = {lead.place: lead for lead in _leads(publication).filter(is_shown=True)}
    newest = Post.objects.published(publication.code).only("title")[: 2 * Lead.PLACES]
    top = Post.objects.at_the_top(publication.code, Lead.PLACES, newest)
    for place, post in enumerate(top):
        pin = pins.get(place)
        yield PLACES[place], post, pin if pin is not None and pin.post_id == post.pk else None
