"""What the worker does for share pictures."""

import logging
from typing import Any, Final

from procrastinate.contrib.django import app
from procrastinate.types import JSONDict

from posts.models import Post

from .make import bring_up_to_date, perhaps_out_of_date

logger = logging.getLogger(__name__)

# Whatever else waits goes first.
_LAST: Final = -10


@app.task(priority=_LAST)
def draw_share_picture(post_id: int) -> None:
    """Draw the picture of a post that changed, or remove that of one that is gone."""
    post = (
        Post.objects.select_related("section", "publication", "picture").filter(pk=post_id).first()
    )
    if post is not None:
        bring_up_to_date(post)


@app.periodic(cron="41 3 * * *")
@app.task(queueing_lock="redraw-share-pictures", priority=_LAST, pass_context=False)
def redraw_share_pictures(timestamp: int) -> None:
    """Draw what is missing, and what a section or a publication with another name has changed."""
    for post in perhaps_out_of_date().iterator(chunk_size=500):
        bring_up_to_date(post)


def draw_all_later(
    sender: object, *, post_ids: list[int], paths: frozenset[str], **_arguments: Any
) -> None:
    """The same of many posts, if they are in another section now. Hears `posts_changed`."""
    if not paths:
        return
    try:
        jobs: list[JSONDict] = [{"post_id": pk} for pk in post_ids]
        draw_share_picture.configure().batch_defer(*jobs)
    except Exception:
        logger.exception("No share pictures will be drawn of %s posts now.", len(post_ids))


def draw_later(sender: object, *, post_id: int, **_arguments: Any) -> None:
    """Have the worker draw the picture of a post that readers see. Hears `post_changed`."""
    try:
        draw_share_picture.defer(post_id=post_id)
    except Exception:
        # The post itself is out: whoever published it is not to see an error.
        logger.exception("No share picture will be drawn of post %s now.", post_id)
