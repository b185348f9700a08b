"""The report of terms that may be the same."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from posts.models import FiledPost, TaggedPost
from taxonomy.apart import keep_apart, kept_apart
from taxonomy.models import Tag
from taxonomy.models.term import Term
from taxonomy.near_duplicates import Likeness, Pair, Spelling, near_duplicates

from .term_page import TermPage

PER_PAGE = 50

_WORDS: dict[Likeness, Promise | str] = {
    Likeness.SIGNS: gettext_lazy("case, signs or script"),
    Likeness.PLURAL: gettext_lazy("plural"),
    Likeness.ORDER: gettext_lazy("order"),
    Likeness.CHARACTER: gettext_lazy("one character"),
    Likeness.CHARACTERS: gettext_lazy("few characters"),
}


@dataclass(frozen=True, slots=True)
class Alike:
    """Two terms, the one with more posts first, and in what they differ."""

    more: Term
    less: Term
    more_posts: int
    less_posts: int
    difference: Promise | str


class AlikeView(TermPage):
    def alike_view(self, request: HttpRequest) -> HttpResponse:
        """The pairs of a language, a page of them; `apart` says that a pair is no pair."""
        self.require_merger(request)
        languages: list[tuple[str, str]] = cast(Any, self.admin_site).languages()
        codes = [code for code, _name in languages]
        asked = request.GET.get("language", "")
        language = asked if asked in codes else next(iter(codes), "")
        if request.method == "POST":
            slugs = (request.POST.get("first", ""), request.POST.get("second", ""))
            keep_apart(self.model, language, *slugs)
            return HttpResponseRedirect(request.get_full_path())
        page = Paginator(self._pairs(language), PER_PAGE).get_page(request.GET.get("page"))
        title = _("Tags that may be the same")
        if self.model is not Tag:
            title = _("Categories that may be the same")
        return self.show(
            request,
            "alike",
            title,
            page=page,
            pairs=self._shown(list(page.object_list)),
            languages=languages,
            language=language,
        )

    def _pairs(self, language: str) -> list[Pair]:
        rows = self.model.objects.filter(language=language).order_by()
        label = "name" if self.model is Tag else "title"
        names = {pk: (slug, name) for pk, slug, name in rows.values_list("pk", "slug", label)}
        apart = kept_apart(self.model, language)
        return [
            pair
            for pair in near_duplicates(Spelling(pk, name) for pk, (_slug, name) in names.items())
            if frozenset((names[pair.first][0], names[pair.second][0])) not in apart
        ]

    def _shown(self, pairs: Sequence[Pair]) -> list[Alike]:
        keys = {pk for pair in pairs for pk in (pair.first, pair.second)}
        terms = self.model.objects.in_bulk(keys)
        posts = self._posts(keys)
        return [
            _alike(terms[pair.first], terms[pair.second], posts, _WORDS[pair.likeness])
            for pair in pairs
            if pair.first in terms and pair.second in terms
        ]

    def _posts(self, terms: set[int]) -> Counter[int]:
        model, field = (TaggedPost, "tag") if self.model is Tag else (FiledPost, "category")
        rows = model._default_manager.filter(**{f"{field}__in": terms}).order_by()
        return Counter(dict(rows.values_list(field).annotate(Count("pk"))))


def _alike(one: Term, other: Term, posts: Counter[int], difference: Promise | str) -> Alike:
    if posts[other.pk] > posts[one.pk]:
        one, other = other, one
    return Alike(one, other, posts[one.pk], posts[other.pk], difference)
