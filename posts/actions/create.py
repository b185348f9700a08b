import uuid
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from posts.content import PostContent
from posts.models import Post
from posts.rights import require_permission
from publication.models import Publication

from .apply import apply_content
from .dates import require_in_reach
from .record import record


@transaction.atomic
def create_post(
    publication: Publication,
    content: PostContent,
    *,
    by: AbstractBaseUser | None,
    translation_key: uuid.UUID | None = None,
    published_at: datetime | None = None,
    form_key: uuid.UUID | None = None,
) -> Post:
    """Begin a post: a draft, seen by editors alone. `published_at` is the date it is meant for.

    `form_key` is that of the form it is begun by. Raises IntegrityError for one that began a post.
    """
    require_permission(by, "add_post")
    require_in_reach(published_at=published_at)
    post = Post(
        publication=publication,
        published_at=published_at,
        form_key=form_key,
        created_by_id=by.pk if by else None,
    )
    if translation_key is not None:
        post.translation_key = translation_key
    apply_content(post, content)
    record(post, "create", by=by)
    return post
