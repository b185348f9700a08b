from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from posts.models import Post

from .lock import lock
from .record import require


@transaction.atomic
def delete_post(post: Post, *, by: AbstractBaseUser | None) -> None:
    """Delete a post that no reader ever saw. Raises ValidationError for another."""
    require(by, "delete_post")
    lock(post)
    post.delete()
