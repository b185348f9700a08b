from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from posts.rights import may_write


def require_writer(request: HttpRequest) -> None:
    """Let those pass who write posts, be it only their own. Raises PermissionDenied."""
    if not may_write(request.user):
        raise PermissionDenied
