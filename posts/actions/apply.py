"""Writes a PostContent into the rows of a post: what create, save and import share."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from images.addresses import names_in
from images.models import Picture
from posts.checked import check_citation, unsaved_author
from posts.clean import cleaned
from posts.content import PostContent
from posts.labels import grouped, require_section, resolved
from posts.models import (
    Author,
    Authorship,
    Citation,
    FiledPost,
    Post,
    ShownPicture,
    TaggedPost,
)
from sources.actions import ensure_publisher
from sources.models import Publisher
from taxonomy.models import Category, Tag
from taxonomy.slugs import NoAddressError, slug_from_title


def apply_content(post: Post, content: PostContent) -> None:
    """Store `content` as the post's text, pictures, tags, categories, citations and authors.

    The caller holds a transaction. Raises ValidationError and leaves rows to be rolled back.
    """
    language = post.publication_id
    content = resolved(cleaned(content), language)
    post.title = content.title
    post.summary = content.summary
    post.body = content.body
    post.section = _section(language, content.section)
    post.slug = content.slug or post.slug or _free_slug(post)
    post.picture = _picture(content.picture)
    post.picture_caption = content.picture_caption
    post.full_clean(exclude=["authors", "categories", "tags"])
    post.save()
    _write_tags(post, content.tags)
    _write_categories(post, content.categories)
    _write_citations(post, content)
    _write_authors(post, content.authors)
    _write_pictures(post)
    post._prefetched_objects_cache = {}  # type: ignore[attr-defined]  # what was loaded before is old


def _section(language: str, slug: str) -> Category | None:
    if not slug:
        return None
    require_section(slug)
    return Category.objects.ensure(language, [slug])[slug]


def _picture(name: str) -> Picture | None:
    if not name:
        return None
    found = Picture.objects.filter(name=name).first()
    if found is None:
        raise ValidationError({"picture": _("There is no such picture any more.")})
    return found


def _free_slug(post: Post) -> str:
    """A slug from the headline; numbered where another post of the section has it."""
    try:
        slug = slug_from_title(post.title)
    except NoAddressError:
        slug = "post"
    taken = set(
        Post.objects.filter(publication_id=post.publication_id, slug__startswith=slug)
        .exclude(pk=post.pk)
        .values_list("slug", flat=True)
    )
    free, number = slug, 2
    while free in taken:
        free, number = f"{slug}-{number}", number + 1
    return free


def _write_tags(post: Post, labels: tuple[str, ...]) -> None:
    groups = grouped("tags", labels)
    tags = Tag.objects.ensure(post.publication_id, [group[0] for group in groups.values()])
    rows = [
        TaggedPost(content_object=post, tag=tags[group[0]], labels=group, position=position)
        for position, group in enumerate(groups.values())
    ]
    post.tagged.all().delete()
    TaggedPost.objects.bulk_create(rows)


def _write_categories(post: Post, labels: tuple[str, ...]) -> None:
    groups = grouped("categories", labels)
    categories = Category.objects.ensure(
        post.publication_id, [group[0] for group in groups.values()]
    )
    rows = [
        FiledPost(post=post, category=categories[group[0]], label=group[0], position=position)
        for position, group in enumerate(groups.values())
    ]
    post.filed.all().delete()
    FiledPost.objects.bulk_create(rows)


def _write_citations(post: Post, content: PostContent) -> None:
    rows = []
    standing = Publisher.objects.standing_for(row.publisher for row in content.citations)
    for position, row in enumerate(content.citations):
        citation = Citation(
            post=post,
            label=row.label,
            url=row.url,
            headline=row.headline,
            date=row.date,
            role=row.role,
            position=position,
        )
        check_citation(citation)
        publisher = standing.get(row.publisher) or ensure_publisher(row.url, row.label).pk
        citation.publisher_id = publisher
        rows.append(citation)
    post.citations.all().delete()
    Citation.objects.bulk_create(rows)


def _write_authors(post: Post, names: tuple[str, ...]) -> None:
    authors = {author.pk: author for author in map(_author, names)}
    post.authorships.all().delete()
    Authorship.objects.bulk_create(
        Authorship(post=post, author=author, position=position)
        for position, author in enumerate(authors.values())
    )


def _author(name: str) -> Author:
    author = unsaved_author(name)
    author, _created = Author.objects.get_or_create(slug=author.slug, defaults={"name": name})
    return author


def _write_pictures(post: Post) -> None:
    """Note which pictures readers see with the post. An address of none that is here is no row."""
    shown = {picture.pk for picture in Picture.objects.filter(name__in=names_in(post.body))}
    if post.picture_id:
        shown.add(post.picture_id)
    stored = set(post.shown_pictures.values_list("picture", flat=True))
    if shown != stored:
        post.shown_pictures.exclude(picture__in=shown).delete()
        ShownPicture.objects.bulk_create(
            ShownPicture(post=post, picture_id=picture) for picture in sorted(shown - stored)
        )
