"""How terms are edited. `posts.admin` registers these, with what it knows of their posts."""

from collections.abc import Iterable
from typing import Any, Protocol, cast

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Field, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.model_admin import DeskAdmin
from desk.plain_text import PlainTextForm

from .actions import delete_term, save_term
from .models import Category, Tag
from .models.term import Term
from .slugs import NoAddressError, slugify_term
from .synonyms import check_synonyms, set_synonyms
from .titles import title_of_term

LONGEST = 200


class _KnowsLanguages(Protocol):
    def languages(self) -> list[tuple[str, str]]: ...


def _languages(site: admin.AdminSite) -> list[tuple[str, str]]:
    """The languages of the publications, which the site of the admin knows."""
    return cast(_KnowsLanguages, site).languages()


class LanguageFilter(admin.SimpleListFilter):
    title = gettext_lazy("language")
    parameter_name = "language"

    def lookups(
        self, _request: HttpRequest, model_admin: admin.ModelAdmin[Any]
    ) -> Iterable[tuple[str, str]]:
        return _languages(model_admin.admin_site)

    def queryset(self, _request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(language=self.value()) if self.value() else queryset


class TermForm[T: Term](PlainTextForm[T]):
    """A term is given its address when it is made, from what `label_field` holds."""

    label_field = "title"
    also_written = forms.CharField(
        label=gettext_lazy("Also written"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "One a line. Whoever types one of these gets this one, and its address leads here."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            self.fields.pop("also_written", None)
        elif "also_written" in self.fields:
            rows = type(self.instance).every.filter(merged_into=self.instance).order_by("slug")
            self.initial["also_written"] = "\n".join(row.spelling for row in rows)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.instance.pk is None and (label := cleaned.get(self.label_field)):
            self._give_address(cleaned.get("language", ""), label)
        return cleaned

    def _give_address(self, language: str, label: str) -> None:
        try:
            slug = slugify_term(label)
        except NoAddressError as error:
            self.add_error(self.label_field, str(error))
            return
        kind = type(self.instance)
        every = kind.every.select_related("merged_into")
        taken = every.filter(language=language, slug=slug).first()
        if taken is not None:
            message = _("“%(title)s” has the address that this would have: %(slug)s.")
            if taken.merged_into is not None:
                message = _("“%(title)s” is another spelling of “%(other)s”.")
            values = {"title": taken.title, "slug": slug, "other": taken.merged_into}
            self.add_error(self.label_field, ValidationError(message, params=values))
        self.instance.slug = slug

    def clean_also_written(self) -> list[str] | None:
        """The other spellings, one a line; None where the form does not ask."""
        if "also_written" not in self.fields:
            return None
        lines = self.cleaned_data["also_written"].splitlines()
        labels = [label for line in lines if (label := line.strip())]
        if too_long := [label for label in labels if len(label) > LONGEST]:
            raise ValidationError(_("“%s…” is too long.") % too_long[0][:40])
        if self.instance.pk is not None:
            try:
                check_synonyms(self.instance, labels)
            except NoAddressError as error:
                raise ValidationError(str(error)) from error
        return labels


class CategoryForm(TermForm[Category]):
    pass


class TagForm(TermForm[Tag]):
    label_field = "name"
    title = forms.CharField(
        label=gettext_lazy("title"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("What pages show. Left empty, it is made from the name."),
    )

    def clean_name(self) -> str:
        """Refuse a spelling by which editors would make another tag."""
        name: str = self.cleaned_data["name"]
        if self.instance.pk is None:
            return name
        try:
            same = slugify_term(name) == self.instance.slug
        except NoAddressError:
            same = False
        if not same:
            raise ValidationError(
                _("Spelt like this it has another address: use “Change the address” above.")
            )
        return name

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        cleaned["title"] = cleaned.get("title") or title_of_term(cleaned.get("name", ""))
        return cleaned


class TermAdmin[T: Term](DeskAdmin[T]):
    lasting = ["language", "slug"]
    list_filter = [LanguageFilter]

    def formfield_for_dbfield(
        self, db_field: "Field[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        if db_field.name == "language":
            return forms.ChoiceField(
                label=db_field.verbose_name, choices=_languages(self.admin_site)
            )
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_queryset(self, request: HttpRequest) -> QuerySet[T]:
        """Without synonyms: they stand in the form of the term that they stand for."""
        return super().get_queryset(request).filter(merged_into=None)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[T], search_term: str
    ) -> tuple[QuerySet[T], bool]:
        """Find a term by its synonyms too."""
        found, may_repeat = super().get_search_results(request, queryset, search_term)
        typed = search_term.strip()
        if typed:
            named = Q(title__icontains=typed) | Q(slug__icontains=typed)
            synonyms = self.model.every.filter(named, merged_into__isnull=False).order_by()
            found = found | queryset.filter(pk__in=synonyms.values("merged_into"))
        return found, may_repeat

    @transaction.atomic
    def save_model(self, _request: HttpRequest, obj: T, form: Any, _change: object) -> None:
        save_term(obj)
        if "also_written" in form.changed_data:
            set_synonyms(obj, form.cleaned_data["also_written"])

    def delete_model(self, _request: HttpRequest, obj: T) -> None:
        delete_term(obj)

    def delete_queryset(self, _request: HttpRequest, queryset: QuerySet[T]) -> None:
        for term in queryset:
            delete_term(term)

    def get_fields(self, request: HttpRequest, obj: T | None = None) -> list[Any]:
        """Without the address as long as there is none."""
        fields = list(super().get_fields(request, obj))
        later = ("slug", "also_written")
        return fields if obj is not None else [name for name in fields if name not in later]


class TagAdmin(TermAdmin[Tag]):
    form = TagForm
    fields = ["language", "name", "slug", "also_written", "title", "description", "concept"]
    list_display = ["title", "language", "name", "slug", "concept"]
    search_fields = ["name", "title", "slug"]


class CategoryAdmin(TermAdmin[Category]):
    form = CategoryForm
    fields = [
        "language",
        "title",
        "slug",
        "also_written",
        "description",
        "concept",
        "in_menu",
        "position",
    ]
    list_display = ["title", "language", "slug", "in_menu", "position", "concept"]
    list_filter = [LanguageFilter, "in_menu"]
    search_fields = ["title", "slug"]
