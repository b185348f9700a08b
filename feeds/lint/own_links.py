from collections.abc import Iterable, Iterator
from typing import Any, Final
from urllib.parse import unquote, urldefrag, urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from posts.checks import Level, Remark
from posts.models import Post, Redirect

from .entry import Entry, shown

# More than any piece of ours has.
_MOST: Final = 50


def dead_own_link(entry: Entry) -> Iterator[Remark]:
    """A link to a post of our own that readers cannot see, and that no redirect leads on from."""
    own = [link for link in entry.web_links if link.startswith(f"{settings.SITE_URL}/")]
    linked = dict(_posts_at(link for link in own[:_MOST] if urldefrag(link).url != entry.base))
    if not linked:
        return
    # The type checker takes the code of a publication for a number.
    public: set[Any] = set(
        Post.objects.published()
        .filter(slug__in={slug for _language, _section, slug in linked.values()})
        .values_list("publication_id", "section__slug", "slug")
    )
    lost = {path for path, named in linked.items() if named not in public}
    if lost:
        old = Redirect.objects.filter(path__in=lost)
        lost -= {row.path for row in old if row.post_id is not None or row.target}
    for path in sorted(lost):
        message = _("A link leads to a post of ours that is not there.")
        yield Remark(Level.BROKEN, "dead-link", message, shown(path))


def _posts_at(links: Iterable[str]) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """The decoded paths of those of our links that name a post: language, section and slug."""
    for link in links:
        path = unquote(urlsplit(link).path)
        path = path if path.endswith("/") else f"{path}/"
        try:
            match = resolve(path)
        except Resolver404:
            continue
        if match.view_name == "posts:post" and "\0" not in path:
            named = match.kwargs
            yield path, (named["language"], named["section"], named["slug"])
