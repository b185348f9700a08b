from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from images.models import Picture
from images.signals import picture_changed

from .require import require

_SAID = ("alts", "is_decorative", "credit", "licence", "source_url", "focus_x", "focus_y")


@transaction.atomic
def save_picture(picture: Picture, *, by: AbstractBaseUser | None) -> Picture:
    """Store what is said of a picture; its files stay as they are."""
    require(by, "change_picture")
    picture.full_clean()
    picture.save(update_fields=_SAID)
    picture_changed.send(sender=Picture, picture=picture)
    return picture
