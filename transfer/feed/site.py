"""The site behind a feed."""

from urllib.parse import unquote, urlsplit

from taxonomy.slugs import NoAddressError, slugify_term

from .address import is_list_address
from .entry import Feed

_ON = " on "


def site_name(feed: Feed) -> str:
    """Return the site's name: Hugo heads a list's feed `<list> on <site>`, the site's own `<site>`.

    Where ` on ` stands more than once, the list's name is the part whose slug ends the link.
    """
    if not _is_below_home(feed.link) or _ON not in feed.title:
        return feed.title
    slug = unquote(urlsplit(feed.link).path).strip("/")
    places = [place for place in range(len(feed.title)) if feed.title.startswith(_ON, place)]
    for place in places:
        if _ends_in(slug, feed.title[:place]):
            return feed.title[place + len(_ON) :]
    return feed.title[places[-1] + len(_ON) :]


def _is_below_home(link: str) -> bool:
    """Tell a list's page from the home page of a site or of one of its languages."""
    return is_list_address(link) and len(urlsplit(link).path.strip("/").split("/")) > 1


def _ends_in(path: str, name: str) -> bool:
    try:
        return f"/{path}".endswith(f"/{slugify_term(name)}")
    except NoAddressError:
        return False
