"""Which pictures readers see with posts and Pages: what `images` asks, and hears of changes."""

from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse

from images.addresses import PREFIX, names_in
from images.models import Picture
from images.public import Use
from publication.models import Page

from .actions.record import announce
from .keys import keys_of
from .models import NewerDraft, Post


class PicturesOfPosts:
    """Posts show what stands above their text or in it."""

    def shows(self, name: str) -> bool:
        return Post.objects.published().filter(shown_pictures__picture__name=name).exists()

    def uses(self, name: str) -> Iterator[Use]:
        """In what is stored of posts, and in the newer drafts over them."""
        newer = NewerDraft.objects.filter(
            Q(revision__snapshot__picture=name) | Q(revision__snapshot__body__contains=name)
        )
        used = Q(shown_pictures__picture__name=name) | Q(pk__in=newer.values("post"))
        for post in Post.objects.filter(used).defer("body").distinct():
            yield Use(post.title, reverse("admin:posts_post_change", args=[post.pk]))


class PicturesOfPages:
    """Pages are few, and hold no list of what they show: their text is asked."""

    def shows(self, name: str) -> bool:
        return any(self._pages(name))

    def uses(self, name: str) -> Iterator[Use]:
        for page in self._pages(name):
            yield Use(page.title, reverse("admin:publication_page_change", args=[page.pk]))

    def _pages(self, name: str) -> Iterator[Page]:
        for page in Page.objects.filter(body__contains=PREFIX + name):
            if name in names_in(page.body):
                yield page


def pictures_in(html: str) -> dict[str, Picture]:
    """The pictures that sanitised HTML shows, by name; without a query where it shows none."""
    names = names_in(html)
    return {row.name: row for row in Picture.objects.filter(name__in=names)} if names else {}


def follow(sender: object, *, picture: Picture, **_arguments: object) -> None:
    """Have what is said of a picture reach the feeds of the posts that it leads.

    Hears `picture_changed`, inside its transaction.
    """
    led = Post.objects.published().filter(picture=picture)
    for post in led.select_related("section", "publication"):
        announce(post, "picture", keys_of(post), frozenset({post.path}), [post.pk])
