from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from posts.content import PostContent
from posts.models import Post
from posts.workflow import Status

from .apply import apply_content
from .dates import KEPT, NewDate, set_date
from .lock import lock
from .move import require_complete
from .record import record, require
from .redirects import keep_address
from .trace import trace


@transaction.atomic
def save_post(
    post: Post,
    content: PostContent,
    *,
    by: AbstractBaseUser | None,
    significant: bool = False,
    published_at: NewDate = KEPT,
    note: str = "",
) -> Post:
    """Put a new text in the place of the old one; of a public post, readers see it at once.

    A `significant` edit moves the date that readers and feeds show as "updated". A changed address
    leaves a Redirect behind. What is scheduled goes out unseen, so it takes the same permission as
    what is public.
    """
    require(by, "change_post")
    lock(post)
    if post.was_public or post.status == Status.SCHEDULED:
        require(by, "publish_post")
    before = trace(post)
    if significant and post.status == Status.PUBLISHED:
        post.updated_at = timezone.now()
    set_date(post, published_at)
    apply_content(post, content)
    if post.status in (Status.PUBLISHED, Status.SCHEDULED):
        require_complete(post)
    keep_address(post, before.path)
    record(post, "save", by=by, note=note, before=before)
    return post
