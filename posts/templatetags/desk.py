from django import template

from posts.workflow import Status

register = template.Library()


@register.filter
def stage_name(stage: str) -> str:
    """The name of a stage as editors read it: “In review”."""
    return str(Status(stage).label) if stage in Status.values else stage
