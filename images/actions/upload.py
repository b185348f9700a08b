from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from images import storage
from images.models import Picture
from images.raster import Master
from images.tasks import render_later

from .require import require


class DuplicateError(ValidationError):
    """The same file was uploaded before; `picture` is what came of it."""

    def __init__(self, picture: Picture) -> None:
        message = _("This file is here already: “%s”.") % picture
        super().__init__({"upload": message}, code="duplicate")
        self.picture = picture


@transaction.atomic
def upload_picture(master: Master, picture: Picture, *, by: AbstractBaseUser | None) -> Picture:
    """Store a picture, of which `picture` says all but what the file itself tells.

    Its smaller copies are made by the worker. Raises DuplicateError for a file that is here.
    """
    require(by, "add_picture")
    same = Picture.objects.filter(digest=master.digest).first()
    if same is not None:
        raise DuplicateError(same)
    picture.name, picture.digest = master.name, master.digest
    picture.extension, picture.size = master.extension, len(master.data)
    picture.width, picture.height = master.width, master.height
    picture.uploaded_by_id = by.pk if by else None
    picture.full_clean()
    picture.save()
    # Last: whatever fails before leaves no file. What fails after is swept up by a task.
    storage.write(picture.file, master.data)
    render_later(picture)
    return picture
