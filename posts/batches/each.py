"""A step that does one thing with the next few of the posts that were chosen."""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import OperationalError, transaction
from django.utils.translation import gettext as _

from edge.stamps import together
from posts.models import Batch, Post, Refusal

logger = logging.getLogger(__name__)

FEW = 20
"""How many posts are changed one by one in one transaction: some seconds' work at most."""

MANY = 100
"""How many are where one action changes them all."""

type Order = Mapping[str, Any]
type Change = Callable[[Post, Order, AbstractBaseUser], object]
type ChangeAll = Callable[[list[int], Order, AbstractBaseUser], Mapping[int, str]]
type Step = Callable[[Batch], bool]


def each(change: Change) -> Step:
    """A step that does one thing with some posts: `change(post, order, by)` raises as actions do.

    They are stamped together: stamps are a second apart, and a thousand would date far ahead.
    """

    def step(batch: Batch) -> bool:
        numbers = _next(batch, FEW)
        with together():
            for number in numbers:
                _change(batch, number, change)
        return _count(batch, numbers)

    return step


def several(change: ChangeAll) -> Step:
    """The same where `change(ids, order, by)` says which posts were refused, and why."""

    def step(batch: Batch) -> bool:
        numbers = _next(batch, MANY)
        refused = _change_all(batch, numbers, change)
        there = Post.objects.in_bulk(refused)
        for number, reason in refused.items():
            _refuse(batch, there.get(number), reason)
        return _count(batch, numbers)

    return step


def _change_all(batch: Batch, numbers: list[int], change: ChangeAll) -> Mapping[int, str]:
    """Change some together, and each by itself where one of them spoils that."""
    if batch.by is None:
        return dict.fromkeys(numbers, _nobody())
    try:
        with transaction.atomic():
            return change(numbers, batch.order, batch.by)
    except PermissionDenied:
        return dict.fromkeys(numbers, _("You are not allowed to change this post."))
    except ValidationError as error:
        return dict.fromkeys(numbers, " ".join(error.messages))
    except OperationalError:
        raise
    except Exception:
        if len(numbers) == 1:
            logger.exception("A batch could not change post %s.", numbers[0])
            return dict.fromkeys(numbers, _went_wrong())
    refused: dict[int, str] = {}
    for number in numbers:
        refused |= _change_all(batch, [number], change)
    return refused


def _next(batch: Batch, most: int) -> list[int]:
    """The next few. The array stays in the database: only some of it is wanted."""
    some = f"posts__{batch.done}_{batch.done + most}"
    numbers: list[int] = Batch.objects.filter(pk=batch.pk).values_list(some, flat=True).get()
    return numbers


def _count(batch: Batch, numbers: list[int]) -> bool:
    batch.done += len(numbers)
    return batch.done >= batch.total or not numbers


def _went_wrong() -> str:
    return _("Something went wrong; the log of the server says what.")


def _nobody() -> str:
    """Of an account that is gone: None would be the system, which may do everything."""
    return _("Who ordered this is not there any more.")


def _change(batch: Batch, number: int, change: Change) -> None:
    post = Post.objects.filter(pk=number).first()
    if post is None:
        _refuse(batch, None, _("A post was deleted meanwhile."))
        return
    if batch.by is None:
        _refuse(batch, post, _nobody())
        return
    try:
        with transaction.atomic():
            change(post, batch.order, batch.by)
    except PermissionDenied:
        _refuse(batch, post, _("You are not allowed to change this post."))
    except ValidationError as error:
        _refuse(batch, post, " ".join(error.messages))
    except OperationalError:
        # Two that waited for each other, or a lost connection: this step is done again.
        raise
    except Exception:
        logger.exception("A batch could not change post %s.", number)
        _refuse(batch, post, _went_wrong())


def _refuse(batch: Batch, post: Post | None, reason: str) -> None:
    Refusal.objects.create(batch=batch, post=post, reason=reason)
