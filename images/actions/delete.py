from functools import partial

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from images import storage
from images.models import Picture
from images.public import uses_of

from .require import require

# As many as fit into a sentence.
_SAID = 5


@transaction.atomic
def delete_picture(picture: Picture, *, by: AbstractBaseUser | None) -> None:
    """Delete a picture that nothing holds, and its files. Raises ValidationError for another."""
    require(by, "delete_picture")
    picture = Picture.objects.select_for_update().get(pk=picture.pk)
    if uses := uses_of(picture.name):
        labels = [f"“{use.label}”" for use in uses[:_SAID]]
        more = " …" if len(uses) > _SAID else ""
        message = _("The picture is in use: %s. Take it out there first.")
        raise ValidationError(message % (", ".join(labels) + more), code="in-use")
    files = [picture.file, *picture.copies]
    picture.delete()
    for file in files:
        transaction.on_commit(partial(storage.remove, file))
