"""The corrections of a post that was public, as rows below its sources."""

from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from posts.clean import lines
from posts.models import Correction, Post
from posts.rights import may
from posts.workflow import Right

from .carry_out import CorrectionOrder

FIELDS = ("text", "corrected_at")


class CorrectionForm(forms.ModelForm[Correction]):
    """A row: a correction, known by its key, or a new one.

    It sends along what the editor saw, so that a row which nobody touched undoes no other editor's
    work, and one which both touched is told.
    """

    row = forms.CharField(required=False, widget=forms.HiddenInput, show_hidden_initial=True)

    class Meta:
        model = Correction
        fields = FIELDS
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, stored: Mapping[str, Correction], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stored = stored
        for name in FIELDS:
            self.fields[name].show_hidden_initial = True
        self.fields["corrected_at"].required = False
        self.fields["text"].error_messages["required"] = _("Say what was wrong, and what is right.")
        if self.correction is not None:
            for name in FIELDS:
                self.fields[name].help_text = ""
        if self.is_bound:
            # Without it Django shows what was typed as what was seen: the field is two inputs.
            cast(QueryDict, self.data).setdefault(self.add_initial_prefix("corrected_at"), "")

    @property
    def correction(self) -> Correction | None:
        """Which one it is; None for a new one, or one that is gone."""
        return self.stored.get(str(self["row"].value()))

    def clean_text(self) -> str:
        text = lines(self.cleaned_data["text"])
        if not text:
            raise ValidationError(self.fields["text"].error_messages["required"])
        return text

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        correction = self.correction
        if correction is not None and "corrected_at" not in self.changed_data:
            # The form knows no microseconds.
            cleaned["corrected_at"] = correction.corrected_at
        if "corrected_at" in cleaned and cleaned["corrected_at"] is None:
            cleaned["corrected_at"] = timezone.now()
        if cleaned.get("row") and correction is None:
            message = _(
                "This correction was taken back while you were writing. What you typed is still "
                "here and not saved; saving again adds it as a new one."
            )
            self._say_once(message, self.add_prefix("row"), self.add_initial_prefix("row"))
        elif correction is not None and self._is_overtaken(correction):
            message = _(
                "This correction was changed while you were writing. It now says: “%(text)s” What "
                "you typed is still here and not saved; saving again replaces that."
            )
            said = message % {"text": correction.text}
            self._say_once(said, self.add_initial_prefix("text"), now=correction.text)
        return cleaned

    def _is_overtaken(self, correction: Correction) -> bool:
        seen = self.data.get(self.add_initial_prefix("text"), "")
        return "text" in self.changed_data and lines(seen) != correction.text

    def _say_once(self, message: str, *names: str, now: str = "") -> None:
        """Refuse the row, and note in the form that the editor knows: what is sent next holds."""
        self.add_error(None, message)
        data = cast(QueryDict, self.data).copy()
        for name in names:
            data[name] = now
        self.data = data

    def order(self) -> CorrectionOrder | None:
        """What the valid row asks for; None where nobody touched it."""
        correction = self.correction
        is_taken_back = self.cleaned_data.get("DELETE", False)
        if not self.has_changed() or (is_taken_back and correction is None):
            return None
        if is_taken_back:
            return CorrectionOrder(correction=correction, is_taken_back=True)
        is_kept = correction is not None and "text" not in self.changed_data
        return CorrectionOrder(
            correction=correction,
            text=correction.text if correction and is_kept else self.cleaned_data["text"],
            at=self.cleaned_data["corrected_at"],
        )


class CorrectionFormSet(BaseInlineFormSet[Correction, Post, CorrectionForm]):
    """A row for each correction, and one for another. What is not sent stays as it is."""

    def __init__(self, data: QueryDict | None = None, *args: Any, **kwargs: Any) -> None:
        stored = list(Correction.objects.filter(post=kwargs["instance"].pk))
        self.stored = {str(row.pk): row for row in stored}
        self.extra = len(stored) + 1
        prefix = kwargs.get("prefix") or self.get_default_prefix()
        if data is not None and f"{prefix}-TOTAL_FORMS" not in data:
            # The page was loaded before the post was public, and had no rows.
            data = kwargs["files"] = None
        if data is not None:
            data = data.copy()
        else:
            kwargs["initial"] = [
                {"row": row.pk, **{name: getattr(row, name) for name in FIELDS}} for row in stored
            ]
        kwargs["queryset"] = Correction.objects.none()
        super().__init__(data, *args, **kwargs)

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        return {**super().get_form_kwargs(index), "stored": self.stored}

    def is_valid(self) -> bool:
        return not self.is_bound or super().is_valid()

    def orders(self) -> tuple[CorrectionOrder, ...]:
        """What the valid rows ask for."""
        rows = self.forms if self.is_bound else []
        return tuple(order for form in rows if (order := form.order()) is not None)


class CorrectionInline(admin.StackedInline[Correction, Post]):
    """For those who may publish, on what readers saw; the actions write the rows."""

    model = Correction
    form = CorrectionForm
    formset = CorrectionFormSet  # type: ignore[assignment]  # of CorrectionForm, not of any form
    fields = FIELDS
    template = "admin/posts/post/_corrections.html"

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return _may_correct(request, obj)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return _may_correct(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return _may_correct(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return _may_correct(request, obj)


def _may_correct(request: HttpRequest, post: Post | None) -> bool:
    return post is not None and post.was_public and may(request.user, Right.PUBLISH, post)
