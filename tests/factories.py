"""Makes rows for tests, through the same actions as the site itself."""

import uuid
from copy import copy
from datetime import UTC, datetime, timedelta
from importlib import import_module
from itertools import count
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group, Permission, User

from posts.actions import Origin, create_post, import_post, publish_post
from posts.content import CitationContent, PostContent
from posts.models import Post
from publication.languages import locale_for
from publication.models import Publication

make_roles = import_module("posts.migrations.0012_roles").make_roles
_numbers = count(1)
JOINED = ("tagged", "filed", "citations", "authorships")

# All in the past, so that posts are public; each post is a minute older than the one before.
NEWEST = datetime(2026, 4, 26, 6, 0, tzinfo=UTC)


def make_publication(code: str = "en", **values: Any) -> Publication:
    """The publication of a language, made at the first call."""
    defaults = {
        "locale": locale_for(code),
        "name": "The Daily Test" if code == "en" else "每日测试",
        "description": "News for tests.",
        "byline": "The Desk",
        "time_zone": "Asia/Shanghai",
        "position": 0 if code == "en" else 1,
    }
    publication, _created = Publication.objects.get_or_create(
        code=code, defaults={**defaults, **values}
    )
    return publication


def content(**values: Any) -> PostContent:
    """Content that can be published; `sources` are (label, url) pairs."""
    number = next(_numbers)
    sources = values.pop("sources", [("Example Wire", f"https://wire.example/{number}")])
    defaults: dict[str, Any] = {
        "title": f"Headline {number}",
        "slug": f"headline-{number}",
        "section": "world",
        "summary": f"Standfirst {number}.",
        "body": f"<p>Text {number}.</p>",
        "categories": ("world",),
        "tags": ("Trade",),
        "citations": tuple(CitationContent(label=label, url=url) for label, url in sources),
    }
    return PostContent(
        **{**defaults, **{k: tuple(v) if isinstance(v, list) else v for k, v in values.items()}}
    )


def make_draft(language: str = "en", **values: Any) -> Post:
    """A draft."""
    return create_post(make_publication(language), content(**values), by=None)


def make_post(language: str = "en", *, published_at: datetime | None = None, **values: Any) -> Post:
    """A published post, with a guid of its own kind (urn:uuid)."""
    draft = make_draft(language, **values)
    draft.published_at = published_at or NEWEST - timedelta(minutes=next(_numbers))
    draft.save(update_fields=["published_at"])
    return publish_post(draft, by=None)


def make_imported(language: str = "en", *, guid: str = "", **values: Any) -> Post:
    """A post taken over from another system; the same section and slug make translations."""
    number = next(_numbers)
    origin = Origin(
        guid=guid or f"https://old.example/{number}",
        guid_is_permalink=True,
        published_at=NEWEST - timedelta(minutes=number),
    )
    post, _outcome = import_post(make_publication(language), content(**values), origin, by=None)
    return post


def make_editor(username: str = "editor", *permissions: str) -> User:
    """A member of staff with permissions such as `change_post`; with none named, all of them."""
    if not permissions:
        return User.objects.create_superuser(username, password="correct horse battery")
    user = User.objects.create_user(username, password="correct horse battery", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return user


def make_member(role: str, username: str = "") -> User:
    """A member of staff with a role: Contributor, Author, Editor or Administrator."""
    make_roles(apps)
    user = User.objects.create_user(
        username or role.lower(), password="correct horse battery", is_staff=True
    )
    user.groups.add(Group.objects.get(name=role))
    return user


def make_many(number: int, language: str = "en", **values: Any) -> list[Post]:
    """Published posts, newest first: one made by the actions, the others copies of its rows."""
    first = make_post(language, **values)
    rows = {name: list(getattr(first, name).all()) for name in JOINED}
    posts = [copy(first) for _number in range(number - 1)]
    for index, post in enumerate(posts, start=1):
        post.pk = None
        post._state.adding = True
        post.slug = f"{first.slug}-{index}"
        post.title = f"{first.title} ({index})"
        post.guid = uuid.uuid4().urn
        post.translation_key = uuid.uuid4()
        post.published_at = first.published_at - timedelta(minutes=index)
    Post.objects.bulk_create(posts)
    for name, originals in rows.items():
        field = "content_object" if name == "tagged" else "post"
        copies = [copy(row) for _post in posts for row in originals]
        for row, post in zip(copies, [p for p in posts for _row in originals], strict=True):
            row.pk = None
            row._state.adding = True
            setattr(row, field, post)
        getattr(first, name).model.objects.bulk_create(copies)
    return [first, *posts]
