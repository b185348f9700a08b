from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext as _

from posts.content import PostContent
from posts.models import Post, Revision

from .redraft import redraft_post
from .save import save_post


@transaction.atomic
def restore_revision(post: Post, revision: Revision, *, by: AbstractBaseUser | None) -> Post:
    """Make the whole post what it was in one of its revisions, tags and sources included.

    Of a post that readers have seen it becomes the newer draft: they see it once it is published.
    """
    content = PostContent.from_json(revision.snapshot)
    note = _("As in revision %(number)s.") % {"number": revision.number}
    write = redraft_post if post.was_public else save_post
    return write(post, content, by=by, note=note, action="restore")
