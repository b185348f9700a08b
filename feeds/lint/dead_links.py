from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from feeds.models import LinkCheck
from posts.checks import Level, Remark

from .entry import Entry, shown
from .foreign_links import foreign_links


def dead_link(entry: Entry) -> Iterator[Remark]:
    """A link to another site, or a source, of which its server says that it is not there.

    It was asked when the text was handed in or published; nothing is fetched here.
    """
    links = foreign_links(entry)
    dead = {
        check.url: check
        for check in LinkCheck.objects.filter(url__in=set(links.values()))
        if check.is_dead
    }
    for link, url in links.items():
        if check := dead.get(url):
            message = _("A link is dead: on %(date)s it was answered with %(status)s.")
            values = {"date": date_format(check.checked_at), "status": check.status}
            yield Remark(Level.BROKEN, "dead-link", message % values, shown(link))
