"""Holds a post for the length of a transaction, so that two actions cannot cross."""

from posts.models import Post


def lock(post: Post) -> None:
    """Wait for other actions on the post, then read it anew. The caller holds a transaction."""
    post.refresh_from_db(from_queryset=Post.objects.select_for_update())
