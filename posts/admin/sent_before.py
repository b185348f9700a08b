"""A form for a new post that is sent twice: by a second click, or the way back."""

import uuid

from django.contrib.auth.models import AbstractBaseUser
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from posts.models import Post


def begun_by(key: uuid.UUID | None, by: AbstractBaseUser) -> Post | None:
    """The post that a form began when it was sent before, if it was."""
    return Post.objects.filter(form_key=key, created_by=by.pk).first() if key else None


def sent_before(post: Post) -> str:
    """What whoever sent it again is told."""
    link = reverse("admin:posts_post_change", args=[post.pk])
    message = _(
        "This form was sent before, and its post is here: {post}. What stands below is not saved: "
        "go on there, or copy what is new."
    )
    return format_html(message, post=format_html('<a href="{}">“{}”</a>', link, post.title))
