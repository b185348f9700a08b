"""How the desk writes a time: as its form takes it, on the clock of the post's publication."""

from datetime import datetime

from django.utils import timezone

from .models import Post


def clock(at: datetime, post: Post) -> str:
    """`2026-06-10 07:30`. Templates write it as `date:"Y-m-d H:i"`, with that zone active."""
    return f"{timezone.localtime(at, post.publication.zone):%Y-%m-%d %H:%M}"
