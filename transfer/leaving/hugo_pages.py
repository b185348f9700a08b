"""A post, a page or a term as a file of Hugo's content. Pure, but for the rows that it is given."""

import json
import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from django.utils import timezone

from posts.models import Post
from posts.syndication import content_with_sources
from posts.workflow import Status
from publication.models import Page
from taxonomy.models import Category, Tag

# What Hugo would take for a shortcode, in a body that has none.
_SHORTCODE: Final = re.compile(r"\{\{(?=[<%])")


def post_file(post: Post, old_paths: Sequence[str]) -> str:
    """The file of a post with everything that is said of it; `old_paths` lead to it."""
    zone = post.publication.zone
    matter: dict[str, Any] = {
        "title": post.title,
        "url": post.path,
        "slug": post.slug,
        "draft": post.status in (Status.DRAFT, Status.IN_REVIEW),
        "translationKey": str(post.translation_key),
        "categories": [row.label for row in post.filed.all()],
        "tags": [label for row in post.tagged.all() for label in row.labels],
        "authors": [row.author.name for row in post.authorships.all()],
        "summary": post.summary,
        "citations": [
            {
                "label": row.label,
                "url": row.url,
                "headline": row.headline,
                "date": row.date.isoformat() if row.date else None,
                "role": row.role,
            }
            for row in post.citations.all()
        ],
        "corrections": [
            {"date": _time(row.corrected_at, zone), "text": row.text}
            for row in post.corrections.all()
        ],
    }
    if post.published_at is not None:
        matter["date"] = _time(post.published_at, zone)
        matter["lastmod"] = _time(post.updated_at or post.published_at, zone)
    if post.status == Status.WITHDRAWN:
        # A moment ago at the latest: Hugo may build it at once.
        ended = min(post.modified_at, timezone.now() - timedelta(minutes=1))
        matter["expiryDate"] = _time(ended, zone)
    elif post.withdraw_at is not None:
        matter["expiryDate"] = _time(post.withdraw_at, zone)
    if post.guid:
        matter |= {"guid": post.guid, "guid_is_permalink": post.guid_is_permalink}
    if post.picture is not None:
        matter |= {
            "picture": post.picture.get_absolute_url(),
            "picture_alt": post.picture.alt_in(post.language),
            "picture_caption": post.picture_caption,
        }
    if old_paths:
        matter["aliases"] = list(old_paths)
    return file_of(matter, content_with_sources(post))


def page_file(page: Page) -> str:
    """The file of what is not news."""
    matter = {
        "title": page.title,
        "url": page.get_absolute_url(),
        "summary": page.summary,
        "weight": page.position + 1,
    }
    return file_of(matter, page.body)


def term_file(term: Tag | Category) -> str:
    """The file of a tag or a category, for its title."""
    return file_of({"title": term.title, "concept": term.concept}, "")


def file_of(matter: dict[str, Any], body: str) -> str:
    """Front matter in JSON, and the body, in which Hugo finds no shortcode."""
    text = json.dumps(matter, ensure_ascii=False, indent=2)
    return f"{text}\n\n{_SHORTCODE.sub('{&#123;', body)}\n"


def _time(at: Any, zone: Any) -> str:
    return str(at.astimezone(zone).isoformat())
