"""The verbs that change a picture: atomic, permission-checked (`by=`).

`by=None` is the system. Each verb raises `django.core.exceptions.ValidationError` for what cannot
be stored and `PermissionDenied` for a user who may not, and then changes nothing.
"""

from .delete import delete_picture
from .save import save_picture
from .upload import DuplicateError, upload_picture

__all__ = [
    "DuplicateError",
    "delete_picture",
    "save_picture",
    "upload_picture",
]
