"""An address is for ever: what is left where a post once was."""

from posts.models import Post, Redirect


def keep_address(post: Post, before: str) -> None:
    """Lead the address that a post had `before` ("" for none) to where it is now."""
    if not post.was_public:
        return
    now = post.path
    # The address is in use again: whatever it led to, a post stands there now.
    Redirect.objects.filter(path=now).delete()
    if before not in ("", now):
        Redirect.objects.update_or_create(path=before, defaults={"post": post, "target": ""})
