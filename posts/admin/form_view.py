"""The page on which a post is written: what is typed there goes through `posts.actions`."""

import uuid
from http import HTTPStatus
from typing import Any, cast, override

from django import forms
from django.contrib import messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _

from desk.typed import number
from edge.access_log.follow import last_read
from posts.models import Post, UnsavedText
from posts.readership.figures import of_days
from posts.readership.plot import plot
from posts.rights import may
from posts.unsaved import come, others
from posts.workflow import Right
from publication.models import Publication

from .carry_out import Order, begin, change
from .citations import CitationFormSet
from .conflict import Overtaken, as_chosen, choices_or_none
from .form import PostForm
from .front_page import PostFrontPage
from .history import shown
from .ordered import corrections_of, order_of
from .preview import DAYS, preview_links
from .remarks import remarks_on, told_of
from .sent_before import begun_by, sent_before
from .translations import translations_shown
from .unsaved import UNSAVED, form_key, saved, take_back
from .verbs import DONE, buttons, told

REVISIONS_SHOWN = 20


class RefusedError(Exception):
    """An action said no. What it said comes back on the form, with all that was typed."""

    def __init__(self, why: ValidationError, status: int = 200) -> None:
        super().__init__(why)
        self.why = why
        self.status = status


class PostFormView(PostFrontPage):
    form = PostForm
    change_form_template = "admin/posts/post/change_form.html"

    @override
    def get_form(
        self, request: HttpRequest, obj: Post | None = None, change: bool = False, **kwargs: Any
    ) -> type[forms.ModelForm[Post]]:
        if change and not self.has_change_permission(request, obj):
            return super().get_form(request, obj, change, form=forms.ModelForm, **kwargs)
        form = super().get_form(request, obj, change, **kwargs)
        form.refusal = getattr(request, "_refusal", None)  # type: ignore[attr-defined]
        form.may_publish = may(request.user, Right.PUBLISH, obj)  # type: ignore[attr-defined]
        return form

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Begin in the language in which this editor wrote last."""
        last = Post.objects.filter(created_by=request.user.pk).order_by("-pk").first()
        language = {"publication": last.publication_id} if last is not None else {}
        return {**language, **super().get_changeform_initial_data(request)}

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show or carry out the form; when an action refuses, show it again with what it said."""
        zone = _publication(request, object_id)
        if zone is not None:
            timezone.activate(zone.zone)
        request._refusal = take_back(request, object_id)  # type: ignore[attr-defined]
        if request.method == "POST" and object_id is not None:
            request.POST = _as_chosen(request.POST, object_id)  # type: ignore[assignment]
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except RefusedError as refused:
            # All is rolled back by now. The same input comes to the same form, which now knows.
            request._refusal = refused.why  # type: ignore[attr-defined]
            response = super().changeform_view(request, object_id, form_url, extra_context)
            response.status_code = refused.status
            return response

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        post: Post | None = kwargs.get("obj")
        context["buttons"] = buttons(request.user, post)
        context["may_write"] = post is None or self.has_change_permission(request, post)
        if post is not None:
            revisions = post.revisions.defer("snapshot")[:REVISIONS_SHOWN]
            context["revisions"] = [(row, DONE.get(row.action, row.action)) for row in revisions]
            context["remarks"] = remarks_on(post)
            context["conflict"] = _conflict(context)
            context["preview_links"] = preview_links(post)
            context["preview_days"] = DAYS
            context["translations"] = translations_shown(post)
            if post.was_public:
                context["readership"] = plot(of_days(post))
                context["last_read"] = last_read()
        self._tell_of_unsaved(request, context, post)
        return super().render_change_form(request, context, *args, **kwargs)

    def _tell_of_unsaved(
        self, request: HttpRequest, context: dict[str, Any], post: Post | None
    ) -> None:
        """What this editor typed here and did not save, and who else has the form open."""
        editor = cast(AbstractBaseUser, request.user)
        context["form_key"] = form_key(request.POST) or uuid.uuid4()
        if request.method == "GET":
            context["unsaved"] = UnsavedText.objects.filter(editor=editor.pk, post=post)
        refusal = getattr(request, "_refusal", None)
        if getattr(refusal, "code", None) == UNSAVED or context.get("conflict"):
            # Nothing is wrong with what was typed; or it is said where the choice is.
            context["errors"] = None
            context["unsaved_note"] = " ".join(refusal.messages) if refusal is not None else ""
        if post is not None and context["may_write"]:
            context["others"] = others(editor, post)
            come(editor, post)

    def save_model(self, request: HttpRequest, obj: Post, form: Any, change: Any) -> None:
        """Nothing: the text is saved with its sources."""

    @override
    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Do what the button says."""
        try:
            self._carry_out(request, form, order_of(form, formsets))
        except ValidationError as error:
            raise RefusedError(error) from error
        except PermissionDenied as error:
            message = _("You are not allowed to do this.")
            raise RefusedError(ValidationError(message), HTTPStatus.FORBIDDEN) from error
        except IntegrityError as error:
            message = _("Somebody saved something at the same moment. Try again.")
            raise RefusedError(ValidationError(message)) from error

    def _carry_out(self, request: HttpRequest, form: PostForm, order: Order) -> None:
        by = cast(AbstractBaseUser, request.user)
        key = form_key(request.POST)
        if form.instance.pk is None:
            if (begun := begun_by(key, by)) is not None:
                raise ValidationError(sent_before(begun))
            publication = form.cleaned_data["publication"]
            post, is_changed = begin(publication, order, by=by, form_key=key), True
        else:
            post = Post.objects.get(pk=form.instance.pk)
            is_changed = change(post, order, by=by)
        saved(request, post)
        # From here on Django's admin speaks of the form's instance.
        form.instance.pk = post.pk
        form.instance.refresh_from_db()
        if is_changed:
            self._say_what_was_done(request, order.verb, post)
        else:
            self.message_user(request, _("Nothing was changed."), messages.INFO)

    def _say_what_was_done(self, request: HttpRequest, verb: str, post: Post) -> None:
        message = format_html("“{}”: {}", post.title, told(verb, post))
        if address := self.view_on_site(post):
            message += format_html(' <a href="{}">{}</a>', address, _("View on site"))
        self.message_user(request, message, messages.SUCCESS)
        if remarks := told_of(post):
            self.message_user(request, remarks, messages.WARNING)

    @override
    def construct_change_message(  # type: ignore[override]  # Django's log takes a text as well
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> str:
        done = ["create" if add else form.cleaned_data["verb"]]
        done += [correction.action for correction in corrections_of(formsets)]
        return ", ".join(str(DONE[action]) for action in done)

    def response_add(
        self, request: HttpRequest, obj: Post, post_url_continue: str | None = None
    ) -> HttpResponse:
        return self._back_to(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Post) -> HttpResponse:
        return self._back_to(request, obj) or super().response_change(request, obj)

    def _back_to(self, request: HttpRequest, post: Post) -> HttpResponse | None:
        """Stay with the post, whatever was done with it."""
        if IS_POPUP_VAR in request.POST:
            return None
        filters: Any = {"preserved_filters": self.get_preserved_filters(request), "opts": self.opts}
        if self.has_view_or_change_permission(request, post):
            address = reverse("admin:posts_post_change", args=[post.pk])
        else:
            address = reverse("admin:index")
        return HttpResponseRedirect(add_preserved_filters(filters, address))


def _as_chosen(data: QueryDict, object_id: str) -> QueryDict:
    key = number(object_id)
    post = Post.objects.filter(pk=key).first() if key is not None else None
    return as_chosen(data, post) if post is not None else data


def _conflict(context: dict[str, Any]) -> dict[str, Any] | None:
    """What another editor saved meanwhile, beside what this one typed."""
    form: PostForm = context["adminform"].form
    overtaken: Overtaken | None = getattr(form, "overtaken", None)
    if overtaken is None:
        return None
    rows = [inline.formset for inline in context["inline_admin_formsets"]]
    citations = next(row for row in rows if isinstance(row, CitationFormSet))
    is_comparable = not any(name in form.errors for name in form.fields) and citations.is_valid()
    found = choices_or_none(overtaken, form.content(citations)) if is_comparable else []
    return {
        "revision": overtaken.revision,
        "choices": [
            {"choice": choice, "field": field}
            for choice, field in zip(found, shown([row.field for row in found]), strict=True)
        ],
    }


def _publication(request: HttpRequest, object_id: str | None) -> Publication | None:
    """In whose time the dates of the form are written and read."""
    publications = Publication.objects.all()
    if object_id is None:
        return publications.filter(code=request.POST.get("publication", "")).first()
    key = number(object_id)
    return publications.filter(posts=key).first() if key is not None else None
