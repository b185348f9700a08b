"""The verbs that change what is not news: publications, pages and files.

`by=None` is the system: an importer, a command. Each raises
`django.core.exceptions.ValidationError` for what cannot be stored and `PermissionDenied` for a user
who may not, and then changes nothing.
"""

from .files import delete_file, keep_file
from .pages import import_page
from .publications import save_publication, touch_publications

__all__ = ["delete_file", "import_page", "keep_file", "save_publication", "touch_publications"]
