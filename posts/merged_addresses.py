"""Where the addresses of a merged tag or category lead: to the same ones of its survivor."""

from typing import Any, Final

from django.urls import Resolver404, resolve, reverse

from taxonomy.models import Category, Tag

# What an address calls a term: its page, the pages behind it, its feeds and their archives.
_KINDS: Final[dict[str, type[Tag] | type[Category]]] = {
    "tag": Tag,
    "category": Category,
    "section": Category,
}
# The address of a post has a Redirect of its own, if it ever had one.
_POST: Final = "posts:post"


def survivor_path(path: str) -> str | None:
    """The percent-encoded path that takes the place of a decoded one; None where none does."""
    try:
        match = resolve(path)
    except Resolver404:
        return None
    if match.view_name == _POST:
        return None
    for name in _KINDS.keys() & match.kwargs.keys():
        kwargs: dict[str, Any] = match.kwargs
        every = _KINDS[name].every.select_related("merged_into")
        merged = every.filter(
            language=kwargs.get("language"), slug=kwargs[name], merged_into__isnull=False
        ).first()
        if merged is not None and merged.merged_into is not None:
            return reverse(match.view_name, kwargs={**kwargs, name: merged.merged_into.slug})
    return None
