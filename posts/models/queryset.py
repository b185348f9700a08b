from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models.functions import JSONObject
from django.utils import timezone

from posts.workflow import Status
from publication.models import Publication
from sources.models import Publisher
from taxonomy.models import Category, Tag

from .author import Author, Authorship
from .citation import Citation
from .correction import Correction
from .filing import FiledPost, TaggedPost

if TYPE_CHECKING:
    from .post import Post


class PostQuerySet(models.QuerySet["Post"]):
    def published(self, language: str | None = None) -> Self:
        """What readers may see now, newest first; in one language, or in all of them."""
        public = self.filter(status=Status.PUBLISHED, published_at__lte=timezone.now())
        if language is not None:
            public = public.filter(publication_id=language)
        return public.order_by("-published_at", "-pk")

    def ahead(self, language: str) -> Self:
        """What readers will see as soon as its date is past."""
        return self.filter(
            status=Status.PUBLISHED, published_at__gt=timezone.now(), publication_id=language
        )

    def due(self, now: datetime) -> Self:
        """What is scheduled for a time that has come, in the order of these times."""
        due = self.filter(status=Status.SCHEDULED, published_at__lte=now)
        return due.order_by("published_at", "pk")

    def with_draft_due(self, now: datetime) -> Self:
        """What has a newer draft that is scheduled for a time that has come."""
        due = self.filter(newer_draft__stage=Status.SCHEDULED, newer_draft__publish_at__lte=now)
        return due.order_by("newer_draft__publish_at", "pk")

    def to_withdraw(self, now: datetime) -> Self:
        """What readers see, and were to see until a time that has come."""
        over = self.filter(status=Status.PUBLISHED, withdraw_at__lte=now)
        return over.order_by("withdraw_at", "pk")

    def withdrawn(self, language: str | None = None) -> Self:
        """What readers saw once and may not see any more, latest change first."""
        gone = self.filter(status=Status.WITHDRAWN)
        if language is not None:
            gone = gone.filter(publication_id=language)
        return gone.order_by("-modified_at", "-pk")

    def in_section(self, section: Category) -> Self:
        return self.filter(section=section)

    def in_category(self, category: Category) -> Self:
        return self.filter(filed__category=category)

    def by(self, author: Author) -> Self:
        return self.filter(authorships__author=author)

    def signed(self) -> Self:
        """The posts that name an author."""
        return self.filter(models.Exists(Authorship.objects.filter(post=models.OuterRef("pk"))))

    def with_sources(self) -> Self:
        """The posts that cite a publisher, whichever."""
        return self.filter(models.Exists(Citation.objects.filter(post=models.OuterRef("pk"))))

    def citing(self, publisher: Publisher) -> Self:
        """The posts that cite a publisher, each once however often it does."""
        cited = Citation.objects.filter(post=models.OuterRef("pk"), publisher=publisher)
        return self.filter(models.Exists(cited))

    def tagged(self, tag: Tag) -> Self:
        return self.filter(tagged__tag=tag)

    def corrected(self) -> Self:
        """The posts that have corrections."""
        return self.filter(models.Exists(Correction.objects.filter(post=models.OuterRef("pk"))))

    def for_listing(self) -> Self:
        """With what a list shows of each post, in three queries.

        Bodies stay in the database; what is not loaded here raises when it is asked for.
        """
        return (
            self.select_related("section", "publication", "picture")
            .prefetch_related(_tagged(), "citations")
            .defer("body")
            .fetch_mode(models.FETCH_RAISE)
        )

    def for_page(self) -> Self:
        """With everything that the page of a post shows, in six queries."""
        # Narrower than what a feed says: a page names no labels of categories.
        return self.select_related("section", "publication", "picture").prefetch_related(
            _tagged(),
            models.Prefetch("authorships", Authorship.objects.select_related("author")),
            models.Prefetch("citations", Citation.objects.select_related("publisher")),
            "corrections",
        )

    def for_syndication(self) -> Self:
        """With everything that a feed's entry says, in four queries.

        `author_names`, `notes` (the corrections, the latest first: `at` as ISO 8601, `text`) and
        `siblings` (the public translations: `language`, `section`, `slug`) come along as values.
        """
        authorships = Authorship.objects.filter(post=models.OuterRef("pk")).order_by("position")
        siblings = (
            self.model.objects.published()
            .filter(translation_key=models.OuterRef("translation_key"))
            .exclude(pk=models.OuterRef("pk"))
            .order_by("publication__position", "publication_id")
        )
        found = JSONObject(language="publication_id", section="section__slug", slug="slug")
        corrections = Correction.objects.filter(post=models.OuterRef("pk"))
        note = JSONObject(at="corrected_at", text="text")
        return (
            self.select_related("section", "publication", "picture")
            .prefetch_related(
                _tagged(),
                models.Prefetch("filed", FiledPost.objects.select_related("category")),
                "citations",
            )
            .annotate(
                author_names=ArraySubquery(authorships.values("author__name")),
                notes=ArraySubquery(corrections.values(note=note)),
                siblings=ArraySubquery(siblings.values(found=found)),
            )
        )

    def one_of_them(self) -> models.Subquery:
        """The pk of any of them, for a query that asks whether there is one: null if not.

        Exists() would be planned as a join with all of them.
        """
        return models.Subquery(self.order_by().values("pk")[:1])

    def between(self, start: datetime, end: datetime) -> Self:
        """What came out from one aware time on, until before another."""
        return self.filter(published_at__gte=start, published_at__lt=end)

    def translations_of(self, post: "Post") -> Self:
        """The same piece in the other languages, as far as readers may see it."""
        others = self.published().filter(translation_key=post.translation_key).exclude(pk=post.pk)
        return others.select_related("section", "publication").defer("body")

    def leading(self, language: str) -> "Post | None":
        """The post that is pinned to the top of a language's front page, if readers may see it."""
        pinned = self.published(language).filter(lead__publication__code=language)
        return pinned.for_listing().prefetch_related(None).prefetch_related("citations").first()

    def at(self, publication: Publication, section: str, slug: str) -> Self:
        """The post at an address, whatever its status."""
        return self.filter(publication=publication, section__slug=section, slug=slug)


def _tagged() -> "models.Prefetch[str]":
    return models.Prefetch("tagged", TaggedPost.objects.select_related("tag"))
