"""Keeps what editors type and have not saved, and tells who has a post open."""

import uuid
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from desk.typed import number as whole_number

from .models import OpenForm, Post, UnsavedText

# A form that says nothing for so long is closed: they say something every quarter of a minute.
SILENT: Final = timedelta(seconds=45)
# What nobody came back for in so long is thrown away.
KEPT: Final = timedelta(days=30)
# New posts that one editor began and saved none of.
MOST: Final = 20

type Typed = Mapping[str, list[str]]


@transaction.atomic
def keep(
    editor: AbstractBaseUser, post: Post | None, form: uuid.UUID, typed: Typed
) -> UnsavedText | None:
    """Keep what was typed, in the place of what was kept before; None where it is saved by now."""
    if post is not None and _is_saved(editor, post, typed):
        return None
    which: dict[str, Any] = {"post": post} if post is not None else {"post": None, "form": form}
    kept, _created = UnsavedText.objects.update_or_create(
        editor_id=editor.pk,
        **which,
        defaults={"typed": dict(typed), "at": timezone.now(), "form": form},
    )
    if post is None:
        newest = UnsavedText.objects.filter(editor=editor.pk, post=None).values("pk")[:MOST]
        UnsavedText.objects.filter(editor=editor.pk, post=None).exclude(pk__in=newest).delete()
    return kept


def _is_saved(editor: AbstractBaseUser, post: Post, typed: Typed) -> bool:
    """Whether the editor has saved the post since: what comes now was sent before, and is late."""
    [seen] = typed.get("seen") or [""]
    last = post.revisions.only("number", "by_id").first()
    number = whole_number(seen)
    if last is None or number is None:
        return False
    return last.by_id == editor.pk and last.number > number


def forget(editor: AbstractBaseUser, post: Post, form: uuid.UUID | None) -> None:
    """It was saved: nothing is unsaved any more, neither of the post nor of the form it came by."""
    UnsavedText.objects.filter(editor=editor.pk, post=post).delete()
    if form is not None:
        UnsavedText.objects.filter(editor=editor.pk, post=None, form=form).delete()


def forget_old() -> None:
    """Throw away what nobody came back for."""
    now = timezone.now()
    UnsavedText.objects.filter(at__lt=now - KEPT).delete()
    OpenForm.objects.filter(at__lt=now - KEPT).delete()


def come(editor: AbstractBaseUser, post: Post) -> None:
    """Note that somebody has the form of a post open."""
    OpenForm.objects.update_or_create(
        post=post, editor_id=editor.pk, defaults={"at": timezone.now()}
    )


def leave(editor: AbstractBaseUser, post: Post) -> None:
    OpenForm.objects.filter(post=post, editor=editor.pk).delete()


def others(editor: AbstractBaseUser, post: Post) -> list[str]:
    """The names of those who have the form of a post open as well."""
    here = OpenForm.objects.filter(post=post, at__gt=timezone.now() - SILENT)
    found = here.exclude(editor=editor.pk).select_related("editor").order_by("editor__username")
    return [row.editor.get_full_name() or row.editor.get_username() for row in found]
