"""What machines are told of posts and lists of posts."""

from html import unescape

from django import template
from django.utils.safestring import SafeString

from posts import structured_data
from posts.models import Post
from posts.share.picture_of import SharePicture, picture_of
from posts.syndication import standfirst
from publication.json_ld import script
from publication.naming import language_tag

register = template.Library()
register.filter(standfirst)


@register.simple_tag(takes_context=True)
def article_data(context: template.Context) -> SafeString:
    """The post of a page: `post`, `tags`, `translations`."""
    thing = structured_data.article(context["post"], context["tags"], context["translations"])
    return script(thing)


@register.simple_tag(takes_context=True)
def list_data(context: template.Context) -> SafeString:
    """The list of a page: `name`, `listing`, perhaps the `author` or `source` of them."""
    language = language_tag(context["publication"])
    author, address = context.get("author"), context["canonical"]
    description = unescape(context["head_description"])
    if author is not None:
        return script(structured_data.profile(author, address, description, language))
    source = context.get("source")
    about = structured_data.outlet(source) if source is not None else None
    return script(
        structured_data.collection(
            context["name"], description, address, context["listing"], language, about
        )
    )


@register.filter
def share_picture(post: Post | None) -> SharePicture | None:
    """The picture that networks show beside a link to the post."""
    return picture_of(post) if post else None
