from collections.abc import Iterable
from typing import Any, Protocol, cast

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Field, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.model_admin import DeskAdmin
from desk.plain_text import PlainTextForm

from .actions import delete_term, save_term
from .models import Category, Tag
from .models.term import Term
from .slugs import NoAddressError, slugify_term
from .titles import title_of_term


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
        taken = kind._default_manager.filter(language=language, slug=slug).first()
        if taken is not None:
            message = _("“%(title)s” has the address that this would have: %(slug)s.")
            values = {"title": taken.title, "slug": slug}
            self.add_error(self.label_field, ValidationError(message, params=values))
        self.instance.slug = slug


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
            raise ValidationError(_("Spelt like this it is another tag: make a new one."))
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

    def save_model(self, _request: HttpRequest, obj: T, _form: Any, _change: object) -> None:
        save_term(obj)

    def delete_model(self, _request: HttpRequest, obj: T) -> None:
        delete_term(obj)

    def delete_queryset(self, _request: HttpRequest, queryset: QuerySet[T]) -> None:
        for term in queryset:
            delete_term(term)

    def get_fields(self, request: HttpRequest, obj: T | None = None) -> list[Any]:
        """Without the address as long as there is none."""
        fields = list(super().get_fields(request, obj))
        return fields if obj is not None else [name for name in fields if name != "slug"]


@admin.register(Tag)
class TagAdmin(TermAdmin[Tag]):
    form = TagForm
    fields = ["language", "name", "slug", "title", "description", "concept"]
    list_display = ["title", "language", "name", "slug", "concept"]
    search_fields = ["name", "title", "slug"]


@admin.register(Category)
class CategoryAdmin(TermAdmin[Category]):
    form = CategoryForm
    fields = ["language", "title", "slug", "description", "concept", "in_menu", "position"]
    list_display = ["title", "language", "slug", "in_menu", "position", "concept"]
    list_filter = [LanguageFilter, "in_menu"]
    search_fields = ["title", "slug"]
