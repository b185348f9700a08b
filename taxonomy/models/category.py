from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from taxonomy.titles import title_of_term

from .term import RealTerms, Term, TermQuerySet


class CategoryQuerySet(TermQuerySet["Category"]):  # type: ignore[override, unused-ignore]  # as_manager, in some orders of checking
    def completing(self, language: str, beginning: str) -> Self:
        """Categories of a language whose title or slug holds what was typed."""
        typed = models.Q(title__icontains=beginning) | models.Q(slug__icontains=beginning)
        return self.filter(typed, language=language)

    def in_menu(self, language: str) -> Self:
        """What the masthead lists."""
        return self.filter(language=language, in_menu=True)


class Category(Term):
    """A section of the newspaper: it stands in a post's address, or a post is filed under it."""

    in_menu = models.BooleanField(_("in the menu"), default=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = RealTerms.from_queryset(CategoryQuerySet)()
    every = CategoryQuerySet.as_manager()

    class Meta(Term.Meta):
        default_manager_name = "every"
        ordering = ["language", "position", "title"]
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        constraints = Term.constraints("category")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("posts:category", kwargs={"language": self.language, "category": self.slug})

    @property
    def spelling(self) -> str:
        return self.slug

    def succeed(self, term: Self) -> None:
        super().succeed(term)
        self.title, self.in_menu, self.position = term.title, term.in_menu, term.position

    @classmethod
    def written(cls, language: str, label: str, slug: str) -> Self:
        """An unsaved category as an author wrote it."""
        return cls(language=language, slug=slug, title=title_of_term(label))
