from collections.abc import Iterable
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from taxonomy.slugs import slugify_term


class TermQuerySet[T: "Term"](models.QuerySet[T]):
    def ensure(self, language: str, labels: Iterable[str]) -> dict[str, T]:
        """The term of each label as written, made where it does not exist yet.

        Labels that share an address (`AI`, `ai`) share a term. Raises `taxonomy.slugs.NoAddress`
        for a label that has no address. At most three queries, however many labels.
        """
        slugs = {label: slugify_term(label) for label in labels}
        found = self._by_slug(language, slugs.values())
        missing = {slug: label for label, slug in reversed(slugs.items()) if slug not in found}
        if missing:
            # Another process may make the same term at this moment: the address decides.
            self.model._default_manager.bulk_create(
                [self.model.written(language, label, slug) for slug, label in missing.items()],
                ignore_conflicts=True,
            )
            found |= self._by_slug(language, missing)
        return {label: found[slug] for label, slug in slugs.items()}

    def _by_slug(self, language: str, slugs: Iterable[str]) -> dict[str, T]:
        return {term.slug: term for term in self.filter(language=language, slug__in=set(slugs))}

    def translations_of(self, term: T) -> Self:
        """The same subject in the other languages."""
        if not term.concept:
            return self.none()
        return self.filter(concept=term.concept).exclude(language=term.language)


class Term(models.Model):
    """What posts are filed under: its address is its identity, its title is what pages show."""

    language = models.CharField(_("language"), max_length=20)
    slug = models.CharField(_("slug"), max_length=200)
    title = models.CharField(_("title"), max_length=200, help_text=_("What pages show."))
    description = models.TextField(_("description"), blank=True)
    concept = models.SlugField(
        _("concept"),
        max_length=200,
        blank=True,
        help_text=_("The same word in every language joins a subject with its translations."),
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title

    @classmethod
    def written(cls, language: str, label: str, slug: str) -> Self:
        """An unsaved term from a label as an author wrote it."""
        raise NotImplementedError

    @staticmethod
    def constraints(name: str) -> list[models.BaseConstraint]:
        """The constraints of a kind of term; `name` begins their names."""
        return [
            models.UniqueConstraint(fields=["language", "slug"], name=f"{name}_unique_address"),
            models.UniqueConstraint(
                fields=["language", "concept"],
                condition=~models.Q(concept=""),
                name=f"{name}_unique_concept",
                violation_error_message=_("Another one in this language has that concept."),
            ),
            models.CheckConstraint(
                condition=models.Q(slug__regex=r"\S"), name=f"{name}_has_address"
            ),
        ]
