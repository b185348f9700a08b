"""Tags and categories of many posts."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext as _

from posts.actions import Relabelling, retag_posts
from posts.models import Post
from taxonomy.models import Category, Tag

type Order = Mapping[str, Any]
type Refused = dict[int, str]


def add_tags(ids: list[int], order: Order, by: AbstractBaseUser) -> Refused:
    labels = tuple(order["labels"])
    return _retag(ids, order, Relabelling(kind=Tag, add=labels), by)


def remove_tags(ids: list[int], order: Order, by: AbstractBaseUser) -> Refused:
    labels = tuple(order["labels"])
    return _retag(ids, order, Relabelling(kind=Tag, remove=labels), by)


def _retag(ids: list[int], order: Order, relabelling: Relabelling, by: AbstractBaseUser) -> Refused:
    """Those in the language that was chosen, if one was; the others are refused."""
    others: list[int] = []
    if language := order.get("language"):
        foreign = Post.objects.filter(pk__in=ids).exclude(publication__code=language)
        others = list(foreign.values_list("pk", flat=True))
    refused = dict.fromkeys(others, _("It is in another language."))
    return refused | retag_posts([pk for pk in ids if pk not in refused], relabelling, by=by)


def file_under(ids: list[int], order: Order, by: AbstractBaseUser) -> Refused:
    """Put posts into a category of their language, which is there already."""
    slug = order["category"]
    languages = Category.objects.filter(slug=slug).values("language")
    foreign = Post.objects.filter(pk__in=ids).exclude(publication__code__in=languages)
    refused = dict.fromkeys(
        foreign.values_list("pk", flat=True), _("There is no category “%s” in its language.") % slug
    )
    others = [pk for pk in ids if pk not in refused]
    return refused | retag_posts(others, Relabelling(kind=Category, add=(slug,)), by=by)
