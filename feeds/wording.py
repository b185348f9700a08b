"""What a feed of a query is called: `AI and Chips, without Europe`."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from .named import Named, Row


def name_of(named: Named) -> str:
    """The name, in the active language; "" where nothing narrows the feed."""
    name = _subject(named)
    if named.category:
        category = named.category.title
        name = _("%(posts)s in %(category)s") % _with(name, category=category) if name else category
    if named.source:
        source = named.source.title
        name = _("%(posts)s, citing %(source)s") % _with(name or _("All posts"), source=source)
    if named.without:
        tags = _joined(named.without, pgettext("joins the last two names", "%(names)s or %(last)s"))
        name = _("%(posts)s, without %(tags)s") % _with(name or _("All posts"), tags=tags)
    return name


def _subject(named: Named) -> str:
    every = _joined(named.tags, pgettext("joins the last two names", "%(names)s and %(last)s"))
    some = _joined(named.any, pgettext("joins the last two names", "%(names)s or %(last)s"))
    if every and some:
        return _("%(every)s, with %(some)s") % {"every": every, "some": some}
    return every or some


def _joined(rows: Iterable[Row], last_two: str) -> str:
    *names, last = [row.title for row in rows] or [""]
    if not names:
        return last
    comma = pgettext("between names", ", ")
    return last_two % {"names": comma.join(names), "last": last}


def _with(posts: str, **others: str) -> dict[str, str]:
    return {"posts": posts, **others}
