from typing import Any

from django import template

from posts.desk import DeskPage, desk_page
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
