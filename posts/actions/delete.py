from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from posts.models import Post
from posts.rights import require
from posts.workflow import Right

from .lock import lock


@transaction.atomic
def delete_post(post: Post, *, by: AbstractBaseUser | None) -> None:
    """Delete a post that no reader ever saw. Raises ValidationError for another."""
    lock(post)
    require(by, Right.DELETE, post)
    post.delete()
