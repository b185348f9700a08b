from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from posts.content import PostContent
from posts.models import Post
from posts.rights import require
from posts.workflow import ONCE_PUBLIC, WRITING, Right, Status

from .apply import apply_content
from .complete import require_complete
from .dates import KEPT, UNLIMITED, Limits, NewDate, set_date, set_limits
from .lock import lock
from .record import record
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
    limits: Limits = UNLIMITED,
    note: str = "",
    action: str = "save",
) -> Post:
    """Put a new text in the place of the one that readers get, or of the draft that is to be.

    Of a public post readers see it at once, so it takes the right to publish, as it does where
    the post is scheduled and goes out unseen; `redraft_post` writes a text that they do not see
    yet. A `significant` edit moves the date that readers and feeds show as "updated". A changed
    address leaves a Redirect behind.
    """
    lock(post)
    right = WRITING[post.status] if post.status not in ONCE_PUBLIC else Right.PUBLISH
    require(by, right, post)
    if limits.change(post):
        require(by, Right.PUBLISH, post)
    before = trace(post)
    if significant and post.status == Status.PUBLISHED:
        post.updated_at = timezone.now()
    set_date(post, published_at)
    set_limits(post, limits)
    apply_content(post, content)
    if post.status in (Status.PUBLISHED, Status.SCHEDULED):
        require_complete(post)
    keep_address(post, before.path)
    record(post, action, by=by, note=note, before=before)
    return post
