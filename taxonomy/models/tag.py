from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from taggit.models import TagBase

from taxonomy.titles import title_of_term

from .term import RealTerms, Term, TermQuerySet


class TagQuerySet(TermQuerySet["Tag"]):  # type: ignore[override, unused-ignore]  # as_manager, in some orders of checking
    def completing(self, language: str, beginning: str) -> Self:
        """Tags of a language whose name or title holds what was typed."""
        typed = models.Q(name__icontains=beginning) | models.Q(title__icontains=beginning)
        return self.filter(typed, language=language)


class Tag(Term, TagBase):
    """What posts are about. django-taggit's tag, with Hugo's slug as its identity."""

    # taggit makes names unique over all languages; ours are told apart by language and slug.
    name = models.CharField(_("name"), max_length=200, help_text=_("As it was first written."))

    objects = RealTerms.from_queryset(TagQuerySet)()  # type: ignore[assignment, misc]  # in place of taggit's
    every = TagQuerySet.as_manager()

    class Meta(Term.Meta):
        default_manager_name = "every"
        ordering = ["language", "title"]
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        constraints = Term.constraints("tag")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("posts:tag", kwargs={"language": self.language, "tag": self.slug})

    @property
    def spelling(self) -> str:
        return self.name

    def succeed(self, term: Self) -> None:
        """As any term. A title that an editor chose stays."""
        super().succeed(term)
        if term.title != title_of_term(term.name):
            self.title = term.title

    @classmethod
    def written(cls, language: str, label: str, slug: str) -> Self:
        """An unsaved tag as an author wrote it."""
        return cls(language=language, slug=slug, name=label, title=title_of_term(label))
