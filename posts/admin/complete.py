"""What the inputs for tags and authors offer while an editor types."""

from typing import Any

from django.db.models import Case, Count, IntegerField, Q, QuerySet, When
from django.db.models.functions import Length
from django.http import HttpRequest, JsonResponse
from django.utils.translation import ngettext

from posts.models import Author, FiledPost, TaggedPost
from taxonomy.models import Category, Tag
from taxonomy.models.term import Term
from taxonomy.slugs import NoAddressError, slugify_term

from .writers import require_writer

OFFERED = 8
# Of so many that hold what was typed, those with the most posts are offered.
_WEIGHED = 100


def complete_tags(request: HttpRequest) -> JsonResponse:
    """The tags of `language` that hold `q`: the same one first, then the most used.

    `is_same` tells which one is what `q` would become, however it is spelt. Where a synonym of a
    tag holds it, `via` says which.
    """
    require_writer(request)
    return _offers(request, Tag, TaggedPost.objects.all(), "tag")


def complete_terms(request: HttpRequest, kind: str) -> JsonResponse:
    """The same of a kind of term: `tag` or `category`."""
    if kind == "tag":
        return complete_tags(request)
    require_writer(request)
    return _offers(request, Category, FiledPost.objects.all(), "category")


def _offers(
    request: HttpRequest, kind: type[Tag] | type[Category], filed: QuerySet[Any], field: str
) -> JsonResponse:
    language, typed = request.GET.get("language", ""), request.GET.get("q", "").strip()[:200]
    if not typed:
        return JsonResponse({"offers": []})
    slug = _slug(typed)
    every = kind.every.select_related("merged_into")
    rows = list(
        every.completing(language, typed).order_by(
            _first(slug=slug), _first(title__istartswith=typed), Length("title")
        )[:_WEIGHED]
    )
    same = every.filter(language=language, slug=slug).first() if slug else None
    if same is not None and same not in rows:
        rows.append(same)
    # A term by its own name, if that holds what was typed, else by a synonym.
    found: dict[int, Term] = {}
    for row in sorted(rows, key=lambda row: (row != same, row.merged_into_id is not None)):
        found.setdefault(row.merged_into_id or row.pk, row)
    posts = dict(
        filed.filter(**{f"{field}__in": found}).values_list(field).annotate(Count("pk")).order_by()
    )

    def weight(pair: tuple[int, Term]) -> tuple[bool, bool, int]:
        pk, row = pair
        begins = row.title.casefold().startswith(typed.casefold())
        return row.slug != slug, not begins, -posts.get(pk, 0)

    return JsonResponse(
        {
            "offers": [
                {
                    "label": (row.merged_into or row).spelling,
                    "via": row.spelling if row.merged_into else "",
                    "note": _posts(posts.get(pk, 0)),
                    "is_same": row.slug == slug,
                }
                for pk, row in sorted(found.items(), key=weight)[:OFFERED]
            ]
        }
    )


def complete_authors(request: HttpRequest) -> JsonResponse:
    """The authors whose name holds `q`, those that begin with it first."""
    require_writer(request)
    typed = request.GET.get("q", "").strip()[:200]
    authors = Author.objects.filter(name__icontains=typed) if typed else Author.objects.none()
    offered = authors.order_by(_first(name__istartswith=typed), "name")[:OFFERED]
    return JsonResponse(
        {
            "offers": [
                {
                    "label": author.name,
                    "note": "",
                    "is_same": author.name.casefold() == typed.casefold(),
                }
                for author in offered
            ]
        }
    )


def _slug(typed: str) -> str:
    try:
        return slugify_term(typed)
    except NoAddressError:
        return ""


def _first(**condition: str) -> Case:
    """Orders what fulfils a condition before the rest."""
    return Case(When(Q(**condition), then=0), default=1, output_field=IntegerField())


def _posts(number: int) -> str:
    return ngettext("%(number)d post", "%(number)d posts", number) % {"number": number}
