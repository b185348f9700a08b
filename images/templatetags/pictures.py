from django import template
from django.utils.safestring import SafeString

from images.markup import IN_TEXT, picture_element
from images.models import Picture

register = template.Library()


@register.simple_tag
def picture(
    shown: Picture, language: str, *, sizes: str = IN_TEXT, is_first: bool = False
) -> SafeString:
    """`{% picture post.picture post.language is_first=True %}`: a picture in all its copies."""
    return picture_element(shown, alt=shown.alt_in(language), sizes=sizes, is_first=is_first)


@register.filter
def focus(shown: Picture) -> str:
    """Which part of a picture stays in sight where its height is cut: a class, or "" the middle."""
    if shown.focus_y < 1 / 3:
        return "focus-top"
    return "focus-bottom" if shown.focus_y > 2 / 3 else ""
