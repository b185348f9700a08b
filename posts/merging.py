"""What merging a term into another one would do, said before it is done."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from taxonomy.models import Category, Tag
from taxonomy.models.term import Term

from .models import Post
from .models.queryset import PostQuerySet


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a merge does: to posts (how many readers see), to addresses, to translations.

    `addresses` lead on: (old, new); `moved` posts get another address; `synonyms` come along;
    `untranslated` are those in other languages that are no longer the same subject as any here.
    """

    posts: int
    published: int
    addresses: list[tuple[str, str]]
    moved: int
    clashes: list[Post]
    synonyms: list[Term]
    untranslated: list[Term]


def posts_of(term: Term) -> PostQuerySet:
    """The posts that a term stands with, whatever their status: of a category, its section's too.

    Each once.
    """
    if isinstance(term, Tag):
        return Post.objects.filter(tagged__tag=term)
    filed = Post.objects.filter(filed__category_id=term.pk).order_by().values("pk")
    return Post.objects.filter(Q(pk__in=filed) | Q(section_id=term.pk))


def clashes(merged: Category, survivor: Category) -> list[Post]:
    """The posts of a section that would have the address of another one in the other section."""
    there = Post.objects.filter(
        section=survivor, publication=OuterRef("publication"), slug=OuterRef("slug")
    ).order_by()
    return list(Post.objects.filter(Exists(there), section=merged).order_by("slug")[:20])


def plan_of(merged: Term, survivor: Term) -> Plan:
    """What a merge of two terms of a language would do; the survivor may have yet to be made."""
    posts = posts_of(merged)
    addresses = list(zip(_addresses(merged), _addresses(survivor), strict=False))
    found: list[Post] = []
    moved = 0
    if isinstance(merged, Category) and isinstance(survivor, Category):
        found = clashes(merged, survivor) if survivor.pk else []
        moved = merged.posts_in_section.exclude(guid=None).count()
    kind = type(merged).every
    lost = merged.concept if survivor.concept and survivor.concept != merged.concept else ""
    return Plan(
        posts=posts.count(),
        published=posts.published().count(),
        addresses=addresses,
        moved=moved,
        clashes=found,
        synonyms=list(kind.filter(merged_into=merged).order_by("title")),
        untranslated=[*kind.filter(concept=lost).exclude(language=merged.language)] if lost else [],
    )


def _addresses(term: Term) -> list[str]:
    """Where a term's lists are: a category has one as a section too."""
    addresses: list[str] = [term.get_absolute_url()]
    if isinstance(term, Category) and "/" not in term.slug:
        section = {"language": term.language, "section": term.slug}
        addresses.append(reverse("posts:section", kwargs=section))
    return addresses
