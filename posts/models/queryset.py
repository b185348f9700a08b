from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils import timezone

from posts.workflow import Status
from publication.models import Publication
from taxonomy.models import Category, Tag

from .author import Authorship
from .citation import Citation
from .filing import TaggedPost

if TYPE_CHECKING:
    from .post import Post


class PostQuerySet(models.QuerySet["Post"]):
    def published(self, language: str | None = None) -> Self:
        """What readers may see now, newest first; in one language, or in all of them."""
        public = self.filter(status=Status.PUBLISHED, published_at__lte=timezone.now())
        if language is not None:
            public = public.filter(publication_id=language)
        return public.order_by("-published_at", "-pk")

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

    def tagged(self, tag: Tag) -> Self:
        return self.filter(tagged__tag=tag)

    def for_listing(self) -> Self:
        """With what a list shows of each post, in three queries.

        Bodies stay in the database; what is not loaded here raises when it is asked for.
        """
        return (
            self.select_related("section", "publication")
            .prefetch_related(_tagged(), "citations")
            .defer("body")
            .fetch_mode(models.FETCH_RAISE)
        )

    def for_reading(self) -> Self:
        """With everything that a page or a feed entry shows, in five queries."""
        return self.select_related("section", "publication").prefetch_related(
            _tagged(),
            "filed",
            models.Prefetch("citations", Citation.objects.select_related("publisher")),
            models.Prefetch("authorships", Authorship.objects.select_related("author")),
        )

    def between(self, start: datetime, end: datetime) -> Self:
        """What came out from one aware time on, until before another."""
        return self.filter(published_at__gte=start, published_at__lt=end)

    def translations_of(self, post: "Post") -> Self:
        """The same piece in the other languages, as far as readers may see it."""
        others = self.published().filter(translation_key=post.translation_key).exclude(pk=post.pk)
        return others.select_related("section", "publication").defer("body")

    def at(self, publication: Publication, section: str, slug: str) -> Self:
        """The post at an address, whatever its status."""
        return self.filter(publication=publication, section__slug=section, slug=slug)


def _tagged() -> "models.Prefetch[str]":
    return models.Prefetch("tagged", TaggedPost.objects.select_related("tag"))
