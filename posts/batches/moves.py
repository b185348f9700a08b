"""Steps of many posts through the workflow."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import AbstractBaseUser

from posts.actions import publish_post, submit_post
from posts.models import Post


def submit(post: Post, _order: Mapping[str, Any], by: AbstractBaseUser) -> None:
    submit_post(post, by=by)


def publish(post: Post, _order: Mapping[str, Any], by: AbstractBaseUser) -> None:
    publish_post(post, by=by)
