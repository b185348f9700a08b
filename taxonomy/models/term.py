from collections.abc import Iterable
from typing import Any, Self, cast

from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from taxonomy.slugs import slugify_term

_HOLD = """
SELECT * FROM {table} WHERE language = %s AND (slug = ANY(%s) OR id IN (
    SELECT merged_into_id FROM {table} WHERE language = %s AND slug = ANY(%s)
)) ORDER BY id FOR SHARE
"""


class TermQuerySet[T: "Term"](models.QuerySet[T]):
    def ensure(self, language: str, labels: Iterable[str]) -> dict[str, T]:
        """The term of each label as written, made where it does not exist yet.

        Labels that share an address (`AI`, `ai`) share a term, and a synonym's is the term that it
        stands for. Raises `taxonomy.slugs.NoAddress` for a label that has no address. At most three
        queries, however many labels.
        """
        slugs = {label: slugify_term(label) for label in labels}
        found = self._by_slug(language, slugs.values())
        missing = {slug: label for label, slug in reversed(slugs.items()) if slug not in found}
        if missing:
            # Another process may make the same term at this moment: the address decides.
            self.model._default_manager.bulk_create(
                # All in one order: two that make several never wait for each other in a ring.
                [
                    self.model.written(language, label, slug)
                    for slug, label in sorted(missing.items())
                ],
                ignore_conflicts=True,
            )
            found |= self._by_slug(language, missing)
        return {label: found[slug] for label, slug in slugs.items()}

    def _by_slug(self, language: str, slugs: Iterable[str]) -> dict[str, T]:
        every = self.model._default_manager.select_related("merged_into")
        rows = every.filter(language=language, slug__in=set(slugs))
        return {row.slug: cast(T, row.merged_into or row) for row in rows}

    def synonyms_held(self, language: str, slugs: Iterable[str]) -> dict[str, T]:
        """What the synonyms among some slugs stand for. One query.

        The caller holds a transaction: until it ends none of these terms can be merged.
        """
        asked = sorted(set(slugs))
        table = connection.ops.quote_name(self.model._meta.db_table)
        query, parameters = _HOLD.format(table=table), [language, asked, language, asked]
        rows = list(self.model._default_manager.raw(query, parameters)) if asked else []
        real = {row.pk: row for row in rows if row.merged_into_id is None}
        return {
            row.slug: real.get(row.merged_into_id) or cast(T, row.merged_into)
            for row in rows
            if row.merged_into_id is not None
        }

    def translations_of(self, term: T) -> Self:
        """The same subject in the other languages."""
        if not term.concept:
            return self.none()
        return self.filter(concept=term.concept).exclude(language=term.language)


class RealTerms[T: "Term"](models.Manager[T]):
    """The terms that posts have, without the synonyms that stand for them."""

    def get_queryset(self) -> models.QuerySet[T]:
        return super().get_queryset().filter(merged_into=None)


class Term(models.Model):
    """What posts are filed under: its address is its identity, its title is what pages show.

    One that was merged into another stays as its synonym: no post has it, it is in no list, and
    its address leads to that of the other. `objects` leaves synonyms out, `every` does not.
    """

    # Each kind has them: the managers, and the key that its foreign key brings along.
    objects: Any
    every: Any
    merged_into_id: int | None

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
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="synonyms",
        verbose_name=_("merged into"),
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        raise NotImplementedError

    @property
    def spelling(self) -> str:
        """How a post that is filed under it spells it, unless its author spells it otherwise."""
        raise NotImplementedError

    def succeed(self, term: Self) -> None:
        """Say what a term says that this one takes the place of, but for its name and concept."""
        self.description = term.description

    @classmethod
    def written(cls, language: str, label: str, slug: str) -> Self:
        """An unsaved term from a label as an author wrote it."""
        raise NotImplementedError

    @staticmethod
    def constraints(name: str) -> list[models.BaseConstraint]:
        """The constraints of a kind of term; `name` begins their names.

        That a synonym stands for a term of its language, and never for a synonym, is seen to by a
        trigger (migration 0002).
        """
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
            models.CheckConstraint(
                condition=models.Q(merged_into=None) | models.Q(concept=""),
                name=f"{name}_synonym_has_no_concept",
            ),
        ]
