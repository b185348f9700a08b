from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

_ANY_OF = ("posts.add_post", "posts.change_post", "posts.change_own_post")


def require_writer(request: HttpRequest) -> None:
    """Let those pass who may write a post, be it only their own. Raises PermissionDenied."""
    if not any(request.user.has_perm(one) for one in _ANY_OF):
        raise PermissionDenied
