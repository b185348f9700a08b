"""Posts as another system has them, and how they are taken in."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.utils import timezone

from posts.actions import import_posts
from posts.arrivals import Arrival, Taken
from posts.content import PostContent
from posts.workflow import Status
from tests.factories import make_publication

WHEN = datetime(2020, 5, 4, 3, 2, 1, tzinfo=UTC)
OLD = "https://old.example"


def arrival(name: str = "chips", language: str = "en", **values: Any) -> Arrival:
    """A published post; what is no field of an Arrival is one of its content."""
    own = {key: values.pop(key) for key in list(values) if key in Arrival.__dataclass_fields__}
    text = {
        "title": f"Headline of {name}",
        "slug": name,
        "section": "tech",
        "summary": f"Standfirst of {name}.",
        "body": f"<p>Text of {name}.</p>",
        "categories": ("tech",),
        "tags": ("Trade",),
    }
    stage = own.get("stage", Status.PUBLISHED)
    has_guid = stage != Status.DRAFT
    defaults = {
        "name": f"{name}.md",
        "key": f"hugo:content/{language}/posts/tech/{name}.md",
        "language": language,
        "content": PostContent(**{**text, **values}),
        "guid": f"{OLD}/{language}/posts/tech/{name}/" if has_guid else "",
        "guid_is_permalink": has_guid,
        "published_at": WHEN,
    }
    return Arrival(**{**defaults, **own})


def take(*arrivals: Arrival, by: Any = None) -> list[Taken]:
    for language in ("en", "zh"):
        make_publication(language)
    return import_posts(arrivals, by=by)


def outcomes(*arrivals: Arrival) -> list[str]:
    """What became of each, in a word."""
    return [str(taken.outcome) for taken in take(*arrivals)]


def take_one(one: Arrival) -> Taken:
    [taken] = take(one)
    return taken


def tomorrow() -> datetime:
    return timezone.now() + timedelta(days=1)
