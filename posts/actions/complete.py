from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from posts.models import Post


def require_complete(post: Post) -> None:
    """Refuse to let out a post that lacks what every reader needs."""
    missing = {}
    if post.section is None:
        missing["section"] = _("Choose a section: it stands in the address.")
    if not post.body:
        missing["body"] = _("There is no text yet.")
    if missing:
        raise ValidationError(missing)
