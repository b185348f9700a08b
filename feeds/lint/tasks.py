"""What the worker does for the linter: it looks at the links of what goes out."""

from contextlib import suppress
from hashlib import blake2b
from typing import Final
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from posts.actions import tried
from posts.models import Post
from posts.working import working_content

from .foreign_links import due_links, forget_old, look_at

# Whatever else waits goes first: posts that are due, hubs.
_LAST: Final = -10


@app.task(priority=_LAST)
def check_links(post_id: int) -> None:
    """Have the links of a post looked at: a job for each, a second apart, so that none is long."""
    post = Post.objects.filter(pk=post_id).first()
    for number, url in enumerate(_due(post) if post is not None else ()):
        job = check_link.configure(
            priority=_LAST,
            schedule_in={"seconds": number},
            # One at a time of a host, and each address once.
            lock=f"links to {urlsplit(url).hostname}",
            queueing_lock=f"link {blake2b(url.encode(), digest_size=16).hexdigest()}",
        )
        with suppress(AlreadyEnqueued), transaction.atomic():
            job.defer(url=url)


def _due(post: Post) -> list[str]:
    """The links that readers have, and those of a newer draft, which are looked at before."""
    due = due_links(post)
    if post.draft is not None:
        # A text that cannot be stored any more does not go out either.
        with suppress(ValidationError), tried(post, working_content(post)) as shown:
            due += [url for url in due_links(shown) if url not in due]
    return due


@app.task(priority=_LAST)
def check_link(url: str) -> None:
    """Look at an address."""
    look_at(url)


@app.periodic(cron="27 4 * * *")
@app.task(queueing_lock="forget-old-link-checks", priority=_LAST, pass_context=False)
def forget_old_link_checks(timestamp: int) -> None:
    """Delete what is too old to be told."""
    forget_old()
