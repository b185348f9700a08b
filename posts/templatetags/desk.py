from typing import Any

from django import template

from posts.desk import DeskPage, desk_page
from posts.models import Post, Revision
from posts.sent_back import sent_back
from posts.workflow import Status

register = template.Library()


@register.filter
def stage_name(stage: str) -> str:
    """The name of a stage as editors read it: “In review”."""
    return str(Status(stage).label) if stage in Status.values else stage


@register.simple_tag(takes_context=True, name="desk_page")
def page(context: dict[str, Any]) -> DeskPage:
    """What the editor who looks finds on the first page of the desk."""
    return desk_page(context["request"].user)


@register.simple_tag
def came_back(post: Post | None) -> Revision | None:
    """The revision by which a reviewer sent a post back, while nothing else was done with it."""
    if post is None or post.stage != Status.DRAFT:
        return None
    return sent_back([post.pk]).get(post.pk)
