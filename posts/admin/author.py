from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.model_admin import DeskAdmin
from desk.plain_text import PlainTextForm
from posts.actions import save_author
from posts.models import Author
from taxonomy.slugs import NoAddressError, slug_from_title

from .posts_of import posts_of


class AuthorForm(PlainTextForm[Author]):
    """An author is given an address when they are made, the same that a byline would give."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.instance.pk is None and "name" in cleaned:
            self._give_address(cleaned["name"])
        return cleaned

    def _give_address(self, name: str) -> None:
        try:
            self.instance.slug = slug_from_title(name)
        except NoAddressError as error:
            self.add_error("name", str(error))
            return
        if taken := Author.objects.filter(slug=self.instance.slug).first():
            message = _("“%(name)s” has the address that this would have.")
            self.add_error("name", ValidationError(message, params={"name": taken.name}))


@admin.register(Author)
class AuthorAdmin(DeskAdmin[Author]):
    form = AuthorForm
    fields = ["name", "slug", "bio", "account"]
    lasting = ["slug"]
    raw_id_fields = ["account"]
    list_display = ["name", "slug", "account", "their_posts"]
    list_select_related = ["account"]
    search_fields = ["name", "slug"]

    @admin.display(description=gettext_lazy("posts"))
    def their_posts(self, author: Author) -> str:
        return format_html('<a href="{}">{}</a>', posts_of(author), _("Their posts"))

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        author = kwargs.get("obj")
        context["posts_of"] = posts_of(author) if author is not None else ""
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, _request: HttpRequest, obj: Author, _form: Any, _change: object) -> None:
        save_author(obj)

    def get_fields(self, request: HttpRequest, obj: Author | None = None) -> list[Any]:
        """Without the address as long as there is none."""
        return list(self.fields or []) if obj is not None else ["name", "bio", "account"]
