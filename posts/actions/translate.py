"""The verbs that bring a post into another language, and keep it up with its original."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from posts.content import PostContent
from posts.models import Post, Translated
from posts.rights import require, require_permission
from posts.workflow import Right
from posts.working import working_content, working_revision
from publication.models import Publication
from taxonomy.models import Category, Tag
from taxonomy.models.term import Term
from taxonomy.slugs import slugify_term

from .create import create_post
from .lock import lock


@transaction.atomic
def begin_translation(
    original: Post, publication: Publication, *, by: AbstractBaseUser | None
) -> Post:
    """Begin a post in another language with the text of the original, to be written over.

    Its tags and categories are those that mean the same there (by `concept`); sources, pictures and
    the end of the address are the original's.
    """
    require_permission(by, "add_post")
    lock(original)
    if publication.code == original.language:
        raise ValidationError(_("It is written in this language."))
    key = original.translation_key
    if Post.objects.filter(translation_key=key, publication=publication).exists():
        raise ValidationError(_("There is a version in this language already."))
    content = _in_language(working_content(original), original.language, publication.code)
    post = create_post(publication, content, by=by, translation_key=key)
    _note(post, original)
    return post


@transaction.atomic
def keep_translation(post: Post, original: Post, *, by: AbstractBaseUser | None) -> None:
    """Say that a translation says what its original says now."""
    require(by, Right.CHANGE, post)
    if original.translation_key != post.translation_key or original.pk == post.pk:
        raise ValidationError(_("It is no translation of that post."))
    _note(post, original)


def _note(post: Post, original: Post) -> None:
    revision = working_revision(original)
    if revision is not None:
        Translated.objects.update_or_create(post=post, defaults={"revision": revision})


def _in_language(content: PostContent, language: str, other: str) -> PostContent:
    tags = _same_in(Tag, content.tags, language, other)
    categories = _same_in(Category, content.categories, language, other)
    section = _same_in(Category, [content.section] if content.section else [], language, other)
    return PostContent(
        title=content.title,
        slug=content.slug,
        section=next(iter(section), ""),
        summary=content.summary,
        body=content.body,
        categories=categories,
        tags=tags,
        citations=content.citations,
        authors=content.authors,
        picture=content.picture,
        picture_caption=content.picture_caption,
    )


def _same_in(kind: type[Term], labels: Iterable[str], language: str, other: str) -> tuple[str, ...]:
    """The terms of another language that mean the same: by concept, categories by address too."""
    slugs = list(dict.fromkeys(map(slugify_term, labels)))
    ours = kind._default_manager.filter(language=language, slug__in=slugs)
    concepts = {term.slug: term.concept for term in ours if term.concept}
    theirs = kind._default_manager.filter(language=other)
    by_concept = {term.concept: term for term in theirs.filter(concept__in=concepts.values())}
    by_slug = {term.slug: term for term in theirs.filter(slug__in=slugs)}
    found: list[str] = []
    for slug in slugs:
        term = by_concept.get(concepts.get(slug, ""))
        if term is None and kind is Category:
            term = by_slug.get(slug)
        if term is not None:
            found.append(term.slug if isinstance(term, Category) else str(term))
    return tuple(dict.fromkeys(found))
