from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from posts.content import PostContent
from posts.models import Post

from .apply import apply_content


@contextmanager
def tried(post: Post, content: PostContent) -> Iterator[Post]:
    """The post as it would be with a text: stored for the length of the block, then taken back.

    Publishers, terms and authors that it would make are gone again, too. The object is another one
    than `post`. Raises ValidationError for a text that cannot be stored.
    """
    with transaction.atomic():
        shown = Post.objects.select_related("publication").get(pk=post.pk) if post.pk else post
        apply_content(shown, content)
        yield shown
        transaction.set_rollback(True)
