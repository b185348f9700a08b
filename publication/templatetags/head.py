"""What a page says twice: to people, and in its head to machines."""

from django import template
from django.template.base import Node, NodeList, Parser, Token
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from publication.crumbs import crumbs_in
from publication.json_ld import script
from publication.models import Publication
from publication.naming import open_graph_locale
from publication.structured_data import breadcrumbs as breadcrumb_list
from publication.structured_data import website

register = template.Library()
register.filter(open_graph_locale)


@register.tag
def captured(parser: Parser, token: Token) -> Node:
    """Keep what is inside under a name, on one line: `{% captured title %}…{% endcaptured %}`."""
    try:
        _tag, name = token.split_contents()
    except ValueError as error:
        raise template.TemplateSyntaxError("Write {% captured name %}.") from error
    inside = parser.parse(("endcaptured",))
    parser.delete_first_token()
    return _Captured(inside, name)


class _Captured(Node):
    def __init__(self, nodelist: NodeList, name: str) -> None:
        self.nodelist = nodelist
        self.name = name

    def render(self, context: template.Context) -> SafeString:
        html = self.nodelist.render(context)
        # Each piece was escaped where it was written.
        context[self.name] = mark_safe(" ".join(html.split()))  # noqa: S308
        return SafeString("")


@register.tag
def breadcrumbs(parser: Parser, token: Token) -> Node:
    """Show the list of links inside, and tell machines the same: `{% breadcrumbs %}…`."""
    inside = parser.parse(("endbreadcrumbs",))
    parser.delete_first_token()
    return _Breadcrumbs(inside)


class _Breadcrumbs(Node):
    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: template.Context) -> SafeString:
        html = self.nodelist.render(context)
        crumbs = crumbs_in(html)
        # The front page alone is no way.
        return html + script(breadcrumb_list(crumbs)) if len(crumbs) > 1 else html


@register.filter
def without_site(title: SafeString, publication: Publication) -> SafeString:
    """A page's title where the name of the site stands beside it."""
    shorter = title.removesuffix(f" · {conditional_escape(publication.name)}")
    return mark_safe(shorter)  # noqa: S308 — a part of what was escaped, cut at no reference


@register.simple_tag
def site_data(publication: Publication) -> SafeString:
    """What the site is, for machines."""
    return script(website(publication))
