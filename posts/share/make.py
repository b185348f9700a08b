"""Makes the share picture of a post, anew when what it says has changed, and removes it."""

from hashlib import blake2b

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models import Q
from django.utils import timezone, translation

from images import storage
from images.models import Picture
from images.raster import cut
from posts.models import Post
from posts.models.queryset import PostQuerySet
from publication.templatetags.dates import day

from .drawing import EDITION, HEIGHT, WIDTH, Matter, draw
from .picture_of import FOLDER


def bring_up_to_date(post: Post) -> bool:
    """Have the storage hold the picture that the post needs, and no other; whether it changed.

    A post that is not public has none. It is cut out of the picture of the post, or else drawn.
    Needs its `section`, `publication` and `picture`.
    """
    before = post.share_picture
    name = ""
    if not before and not post.is_public(timezone.now()):
        return False
    if post.is_public(timezone.now()):
        matter = matter_of(post)
        photograph = post.picture
        name = f"{FOLDER}{post.pk}-{_digest(matter, photograph)}"
        name += ".jpg" if photograph else ".png"
        missing = not default_storage.exists(name)
        if name == before and not missing:
            return False
        if missing:
            default_storage.save(name, ContentFile(_made(matter, photograph)))
    if name != before:
        # Not an edit of the post: its text and its dates stay as they are.
        Post.objects.filter(pk=post.pk).update(share_picture=name)
        post.share_picture = name
        if before:
            default_storage.delete(before)
    return True


def perhaps_out_of_date() -> PostQuerySet:
    """The posts that have a picture or need one."""
    public = Post.objects.published().order_by().values("pk")
    posts = Post.objects.filter(Q(pk__in=public) | ~Q(share_picture=""))
    return posts.select_related("section", "publication", "picture").defer("body").order_by("-pk")


def matter_of(post: Post) -> Matter:
    """What the picture of a public post says, in its language and zone."""
    publication = post.publication
    with translation.override(publication.locale), timezone.override(publication.zone):
        date = day(post.published_at) if post.published_at else ""
    section = post.section.title if post.section else ""
    return Matter(publication.locale, publication.name, section, post.title, date)


def _made(matter: Matter, photograph: Picture | None) -> bytes:
    if photograph is None:
        return draw(matter)
    focus = photograph.focus_x, photograph.focus_y
    return cut(storage.read(photograph.file), WIDTH, HEIGHT, focus)


def _digest(matter: Matter, photograph: Picture | None) -> str:
    said = [EDITION, matter.locale, matter.publication, matter.section, matter.title, matter.date]
    if photograph is not None:
        said = [EDITION, photograph.name, f"{photograph.focus_x} {photograph.focus_y}"]
    return blake2b("\0".join(said).encode(), digest_size=8).hexdigest()
