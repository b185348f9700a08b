"""What a feed is about, whatever its format."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote
from uuid import UUID

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from posts.keys import list_key
from posts.models import Author, Post
from posts.models.queryset import PostQuerySet
from publication.known import known
from publication.models import Publication
from sources.models import Publisher
from taxonomy.models import Category, Tag

type Narrowed = Callable[[PostQuerySet], PostQuerySet]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """A feed's matter: what a publication (with a `name`, a part of it) publishes.

    `path` is the percent-encoded one of the page beside the feed. `code` is the language of the
    entries, "" where they are in several. `narrowed` picks a scope's posts out of all.
    """

    publication: Publication
    code: str
    path: str
    name: str = ""
    narrowed: Narrowed = lambda posts: posts

    @property
    def title(self) -> str:
        """The feed's title: `US-China Relations on goodinfo.net Daily`."""
        site = self.publication.name
        return _("%(name)s on %(site)s") % {"name": self.name, "site": site} if self.name else site

    @property
    def key(self) -> str:
        """Under which changes of its posts are stamped (`posts.keys`)."""
        return list_key(unquote(self.path))

    @property
    def identity(self) -> UUID:
        """Of who publishes it; of all languages together, of the publication that came first."""
        if self.code:
            return self.publication.identity
        return min(known(), key=lambda publication: publication.pk).identity

    @property
    def posts(self) -> PostQuerySet:
        """Its public posts, newest first."""
        return self.narrowed(Post.objects.published(self.code or None))

    @property
    def withdrawn(self) -> PostQuerySet:
        """Those of its posts that were taken back, latest first."""
        return self.narrowed(Post.objects.withdrawn(self.code or None))


def everything(publication: Publication) -> Scope:
    """All posts in all languages, under the name of one publication."""
    return Scope(publication=publication, code="", path=reverse("publication:root"))


def site(publication: Publication) -> Scope:
    """All posts of a language."""
    return _scope(publication, "front")


def posts(publication: Publication) -> Scope:
    """All posts of a language, at the address of their list."""
    return _scope(publication, "posts", _("Posts"))


def section(publication: Publication, section: str) -> Scope:
    """The posts in whose address a category stands."""
    found = get_object_or_404(Category.objects, language=publication.code, slug=section)
    return _scope(
        publication, "section", found.title, lambda all_: all_.in_section(found), section=section
    )


def category(publication: Publication, category: str) -> Scope:
    """The posts that are filed under a category."""
    found = get_object_or_404(Category.objects, language=publication.code, slug=category)
    return _scope(
        publication,
        "category",
        found.title,
        lambda all_: all_.in_category(found),
        category=category,
    )


def tag(publication: Publication, tag: str) -> Scope:
    """The posts about a tag."""
    found = get_object_or_404(Tag.objects, language=publication.code, slug=tag)
    return _scope(publication, "tag", found.title, lambda all_: all_.tagged(found), tag=tag)


def author(publication: Publication, author: str) -> Scope:
    """The posts that an author signs."""
    found = get_object_or_404(Author, slug=author)
    return _scope(publication, "author", found.name, lambda all_: all_.by(found), author=author)


def source(publication: Publication, source: str) -> Scope:
    """The posts that cite a publisher."""
    found = get_object_or_404(Publisher.objects.standing(), slug=source)
    return _scope(publication, "source", found.name, lambda all_: all_.citing(found), source=source)


def corrections(publication: Publication) -> Scope:
    """The posts in which something was put right. Its feed tells what (`CorrectionFeed`)."""
    return _scope(publication, "corrections", _("Corrections"), lambda all_: all_.corrected())


def _scope(
    publication: Publication,
    view: str,
    name: str = "",
    narrowed: Narrowed = lambda posts: posts,
    **kwargs: str,
) -> Scope:
    path = reverse(f"posts:{view}", kwargs={"language": publication.code, **kwargs})
    return Scope(
        publication=publication, code=publication.code, path=path, name=name, narrowed=narrowed
    )
