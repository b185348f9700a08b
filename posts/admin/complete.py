"""What the inputs for tags and authors offer while an editor types."""

from django.db.models import Case, Count, IntegerField, Q, When
from django.db.models.functions import Length
from django.http import HttpRequest, JsonResponse
from django.utils.translation import ngettext

from posts.models import Author, TaggedPost
from taxonomy.models import Tag
from taxonomy.slugs import NoAddressError, slugify_term

from .writers import require_writer

OFFERED = 8
# Of so many that hold what was typed, those with the most posts are offered.
_WEIGHED = 100


def complete_tags(request: HttpRequest) -> JsonResponse:
    """The tags of `language` that hold `q`: the same one first, then the most used.

    `is_same` tells which one is what `q` would become, however it is spelt.
    """
    require_writer(request)
    language, typed = request.GET.get("language", ""), request.GET.get("q", "").strip()[:200]
    if not typed:
        return JsonResponse({"offers": []})
    slug = _slug(typed)
    tags = list(
        Tag.objects.completing(language, typed).order_by(
            _first(slug=slug), _first(title__istartswith=typed), Length("title")
        )[:_WEIGHED]
    )
    same = Tag.objects.filter(language=language, slug=slug).first() if slug else None
    if same is not None and same not in tags:
        tags.append(same)
    posts = dict(
        TaggedPost.objects.filter(tag__in=tags).values_list("tag").annotate(Count("pk")).order_by()
    )

    def weight(tag: Tag) -> tuple[bool, bool, int]:
        begins = tag.title.casefold().startswith(typed.casefold())
        return tag.slug != slug, not begins, -posts.get(tag.pk, 0)

    return JsonResponse(
        {
            "offers": [
                {
                    "label": tag.name,
                    "note": _posts(posts.get(tag.pk, 0)),
                    "is_same": tag.slug == slug,
                }
                for tag in sorted(tags, key=weight)[:OFFERED]
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
