"""Holds a post for the length of a transaction, so that two actions cannot cross."""

from posts.models import Post


def lock(post: Post) -> None:
    """Wait for other actions on the post, then read it anew. The caller holds a transaction.

    Its translations are held along, in one order: what changes its address dates them too, and two
    that are changed at once would wait for each other.
    """
    group = Post.objects.filter(translation_key=post.translation_key).order_by("pk")
    list(group.select_for_update().values_list("pk"))
    post.refresh_from_db(from_queryset=Post.objects.select_for_update())
