"""What a form of a post says while somebody writes, and what becomes of it when it is not sent."""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    JsonResponse,
    QueryDict,
)
from django.middleware.csrf import get_token
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from desk.typed import number as whole_number
from posts.models import Post, UnsavedText
from posts.unsaved import come, forget, keep, leave, others
from publication.known import known

from .history import PostHistory

# Of a form's own, and of no text.
_NOT_TYPED = ("csrfmiddlewaretoken", "verb", "pulse", "form_post", "form_key")
# A form that is sent without a sign-in says this beside what was typed.
TYPED_PREFIX = "typed-"
UNSAVED = "unsaved"


class PostUnsaved(PostHistory):
    def unsaved_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("pulse/", wrap(self.pulse_view), name="posts_post_pulse"),
            path(
                "unsaved/<int:pk>/forget/",
                wrap(require_POST(self.forget_view)),
                name="posts_post_forget",
            ),
            path("sign-in/", self.sign_in_view, name="posts_post_sign_in"),
        ]

    def pulse_view(self, request: HttpRequest) -> JsonResponse:
        """A form that is open says so (POST), and what stands in it if that is not saved.

        Answers who else has it open, which revision is the last, and a token for the next time: the
        one that the form has is old when its editor has signed in anew.
        """
        said: dict[str, Any] = {"token": get_token(request), "others": [], "kept": ""}
        if request.method != "POST":
            return JsonResponse(said)
        post = self._written(request, request.POST.get("form_post", ""))
        editor = cast(AbstractBaseUser, request.user)
        if request.POST.get("pulse") == "typed" and (form := form_key(request.POST)) is not None:
            kept = keep(editor, post, form, typed_in(request.POST))
            said["kept"] = _clock(kept) if kept is not None else ""
        if post is not None:
            if request.POST.get("pulse") == "left":
                leave(editor, post)
            else:
                come(editor, post)
            last = post.revisions.only("number", "who").first()
            said["others"] = others(editor, post)
            said["last"] = last.number if last is not None else 0
            said["who"] = (last.who if last is not None else "") or _("The system")
        return JsonResponse(said)

    def forget_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Throw away what was typed and not saved, if it is one's own."""
        text = UnsavedText.objects.filter(pk=pk, editor=request.user.pk).first()
        if text is not None:
            text.delete()
        if text is not None and text.post_id is not None:
            return HttpResponseRedirect(reverse("admin:posts_post_change", args=[text.post_id]))
        return HttpResponseRedirect(reverse("admin:posts_post_add"))

    def keeping_typed(self, view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        """Of a form that is sent after its sign-in expired, keep what was typed."""

        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method == "POST" and not self.admin_site.has_permission(request):
                return self.sign_in_page(request, request.POST)
            return view(request, *args, **kwargs)

        return answer

    @method_decorator([login_not_required, never_cache, sensitive_post_parameters()])
    def sign_in_view(self, request: HttpRequest) -> HttpResponse:
        """Sign in with what was typed at hand: it is kept, and shown in its form again."""
        form = AdminAuthenticationForm(request, data=request.POST or None)
        if request.method != "POST" or not form.is_valid():
            return self.sign_in_page(request, _carried(request.POST), form)
        login(request, form.get_user())
        typed = _carried(request.POST)
        post = self._written(request, typed.get("form_post", ""))
        key = form_key(typed) or uuid.uuid4()
        text = keep(cast(AbstractBaseUser, request.user), post, key, typed_in(typed))
        if post is None:
            address = reverse("admin:posts_post_add")
        else:
            address = reverse("admin:posts_post_change", args=[post.pk])
        return HttpResponseRedirect(f"{address}?{UNSAVED}={text.pk}" if text else address)

    def sign_in_page(
        self, request: HttpRequest, typed: QueryDict, form: AdminAuthenticationForm | None = None
    ) -> HttpResponse:
        """Ask for a sign-in, with what was typed carried along."""
        carried = [
            (TYPED_PREFIX + name, value)
            for name, values in typed.lists()
            for value in values
            if name != "csrfmiddlewaretoken"
        ]
        context = {
            **self.admin_site.each_context(request),
            "title": _("Sign in again"),
            "form": form or AdminAuthenticationForm(request),
            "carried": carried,
        }
        return TemplateResponse(request, "admin/posts/post/sign_in.html", context)

    def _written(self, request: HttpRequest, number: str) -> Post | None:
        """The post of a form, None for a new one. Raises PermissionDenied for one not theirs."""
        key = whole_number(number)
        post = Post.objects.filter(pk=key).first() if key is not None else None
        allowed = (
            self.has_add_permission(request)
            if post is None
            else self.has_change_permission(request, post)
        )
        if not allowed:
            raise PermissionDenied
        return post


def take_back(request: HttpRequest, object_id: str | None) -> ValidationError | None:
    """Have the request send what its editor typed and did not save, if it asks for that.

    Returns what the form is to say; a form that says something is never saved.
    """
    number = request.GET.get(UNSAVED, "")
    if request.method != "GET" or whole_number(number) is None:
        return None
    post = whole_number(object_id or "")
    text = UnsavedText.objects.filter(pk=number, editor=request.user.pk, post=post).first()
    if text is None:
        return None
    data = QueryDict(mutable=True)
    for name, values in text.typed.items():
        data.setlist(name, values)
    data["form_key"] = str(text.form)
    request.FILES  # noqa: B018 — reading it later would read what came anew, over `data`
    request.method = "POST"
    request.POST = data  # type: ignore[assignment]
    message = _(
        "This is what you typed until %(time)s and did not save. Nothing of it is stored yet."
    )
    return ValidationError(message % {"time": _clock(text)}, code=UNSAVED)


def saved(request: HttpRequest, post: Post) -> None:
    """The editor has saved the post: nothing of theirs is unsaved any more."""
    forget(cast(AbstractBaseUser, request.user), post, form_key(request.POST))


def form_key(data: QueryDict) -> uuid.UUID | None:
    """By which a form of a new post is told from another, as its form sends it."""
    try:
        return uuid.UUID(data.get("form_key", ""))
    except ValueError:
        return None


def typed_in(data: QueryDict) -> dict[str, list[str]]:
    """What the fields of a form hold."""
    # PostgreSQL keeps no NUL in JSON, and nobody types one.
    return {
        name: [str(value).replace("\0", "") for value in values]
        for name, values in data.lists()
        if name not in _NOT_TYPED
    }


def _carried(data: QueryDict) -> QueryDict:
    typed = QueryDict(mutable=True)
    for name, values in data.lists():
        if name.startswith(TYPED_PREFIX):
            typed.setlist(name.removeprefix(TYPED_PREFIX), values)
    return typed


def _clock(text: UnsavedText) -> str:
    """When it was kept, on the clock of the publication for which it is written."""
    publications = known()
    code = text.post.publication_id if text.post is not None else ""
    code = code or next(iter(text.typed.get("publication", [])), "")
    zones = [row.zone for row in publications if row.code == code]
    zones += [row.zone for row in publications[:1]]
    return date_format(timezone.localtime(text.at, next(iter(zones), None)), "TIME_FORMAT")
