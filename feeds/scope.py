"""What a feed is about, whatever its format."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from posts.models import Post
from posts.models.queryset import PostQuerySet
from publication.models import Publication
from taxonomy.models import Category, Tag


@dataclass(frozen=True, slots=True)
class Scope:
    """A feed: of a publication, named "" for all it publishes; `path` is of the page beside it.

    `code` is the language of its entries, "" where they are in several.
    """

    publication: Publication
    code: str
    name: str
    path: str
    posts: PostQuerySet

    @property
    def title(self) -> str:
        """The feed's title: `US-China Relations on goodinfo.net Daily`."""
        site = self.publication.name
        return _("%(name)s on %(site)s") % {"name": self.name, "site": site} if self.name else site


def everything() -> Scope:
    """All posts in all languages, under the name of the first publication."""
    publication = Publication.objects.default()
    if publication is None:
        raise Http404("There is no publication yet.")
    return Scope(publication, "", "", reverse("publication:root"), Post.objects.published())


def site(publication: Publication) -> Scope:
    """All posts of a language."""
    return _scope(publication, "", "front", _published(publication))


def posts(publication: Publication) -> Scope:
    """All posts of a language, at the address of their list."""
    return _scope(publication, _("Posts"), "posts", _published(publication))


def section(publication: Publication, section: str) -> Scope:
    """The posts in whose address a category stands."""
    found = get_object_or_404(Category, language=publication.code, slug=section)
    listed = _published(publication).in_section(found)
    return _scope(publication, found.title, "section", listed, section=section)


def category(publication: Publication, category: str) -> Scope:
    """The posts that are filed under a category."""
    found = get_object_or_404(Category, language=publication.code, slug=category)
    listed = _published(publication).in_category(found)
    return _scope(publication, found.title, "category", listed, category=category)


def tag(publication: Publication, tag: str) -> Scope:
    """The posts about a tag."""
    found = get_object_or_404(Tag, language=publication.code, slug=tag)
    listed = _published(publication).tagged(found)
    return _scope(publication, found.title, "tag", listed, tag=tag)


def _published(publication: Publication) -> PostQuerySet:
    return Post.objects.published(publication.code)


def _scope(
    publication: Publication, name: str, view: str, listed: PostQuerySet, **kwargs: str
) -> Scope:
    path = reverse(f"posts:{view}", kwargs={"language": publication.code, **kwargs})
    return Scope(publication, publication.code, name, path, listed)
