"""A step that does one thing with the next of the posts that were chosen."""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from posts.models import Batch, Post, Refusal

logger = logging.getLogger(__name__)

type Change = Callable[[Post, Mapping[str, Any], AbstractBaseUser], object]


def each(change: Change) -> Callable[[Batch], bool]:
    """A step of a batch: `change(post, order, by)` raises what any action does."""

    def step(batch: Batch) -> bool:
        if batch.done < batch.total:
            # The array stays in the database: only one of it is wanted.
            place = f"posts__{batch.done}"
            number = Batch.objects.filter(pk=batch.pk).values_list(place, flat=True).get()
            _change(batch, number, change)
            batch.done += 1
        return batch.done >= batch.total

    return step


def _change(batch: Batch, number: int, change: Change) -> None:
    post = Post.objects.filter(pk=number).first()
    if post is None:
        _refuse(batch, None, _("A post was deleted meanwhile."))
        return
    if batch.by is None:  # its account is gone; None would be the system, which may do everything
        _refuse(batch, post, _("Who ordered this is not there any more."))
        return
    try:
        with transaction.atomic():
            change(post, batch.order, batch.by)
    except PermissionDenied:
        _refuse(batch, post, _("You are not allowed to change this post."))
    except ValidationError as error:
        _refuse(batch, post, " ".join(error.messages))
    except DatabaseError:
        # Two that waited for each other, or a lost connection: this step is done again.
        raise
    except Exception:
        logger.exception("A batch could not change post %s.", number)
        _refuse(batch, post, _("Something went wrong; the log of the server says what."))


def _refuse(batch: Batch, post: Post | None, reason: str) -> None:
    Refusal.objects.create(batch=batch, post=post, reason=reason)
