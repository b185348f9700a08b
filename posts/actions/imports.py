from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError

from posts.arrivals import Arrival, Outcome
from posts.content import PostContent
from posts.models import Post
from posts.taking.plan import BY_GUID
from publication.models import Publication

from .take_in import import_posts

__all__ = ["Origin", "Outcome", "import_post"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What another system published: the identity and the dates that are kept as they were.

    `published_at` is aware; None where the other system says none.
    """

    guid: str
    guid_is_permalink: bool
    published_at: datetime | None
    updated_at: datetime | None = None

    def arrival(self, language: str, content: PostContent) -> Arrival:
        """A post that is known by its guid alone, on its way into a publication."""
        return Arrival(
            name=content.title,
            key=f"{BY_GUID}{self.guid}",
            language=language,
            content=content,
            guid=self.guid,
            guid_is_permalink=self.guid_is_permalink,
            published_at=self.published_at,
            updated_at=self.updated_at,
        )


def import_post(
    publication: Publication,
    content: PostContent,
    origin: Origin,
    *,
    by: AbstractBaseUser | None,
) -> tuple[Post, Outcome]:
    """Take in one post that is known by its guid, as `import_posts` does many.

    Raises ValidationError where it is refused.
    """
    [taken] = import_posts([origin.arrival(publication.code, content)], by=by)
    if taken.post is None:
        raise ValidationError(taken.why)
    return taken.post, taken.outcome
