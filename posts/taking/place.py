"""Where posts are to stand: each at an address of its own, and joined with its translations."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, islice
from typing import Self
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from posts.models import Post, Provenance
from taxonomy.slugs import NoAddressError, slug_from_title

from .plan import Plan, each, still_open

# Of a headline without a slug, so many addresses are asked for at once.
_TRIED = 20

type Address = tuple[str, str, str]


def find_places(plans: Sequence[Plan], languages: Iterable[str]) -> None:
    """Decide slug and translation key of each; refuse what has the address of another post.

    `languages` are those of all publications: translations stand at the same place in others.
    """
    open_plans = still_open(plans)
    slugs = {slug for plan in open_plans for slug in _possible(plan)}
    found = Post.objects.filter(publication_id__in=list(languages), slug__in=slugs).order_by("pk")
    rows = [
        (str(language), section or "", slug, key, pk)
        for language, section, slug, key, pk in found.values_list(
            "publication_id", "section__slug", "slug", "translation_key", "pk"
        )
    ]
    moving = {plan.the_post.pk for plan in open_plans if plan.is_known}
    places = _Places()
    siblings = _Siblings.read(open_plans, {row[3] for row in rows})
    for language, section, slug, key, pk in rows:
        siblings.stand(language, section, slug, key)
        if pk not in moving:
            places.stand((language, section, slug))

    def settle(plan: Plan) -> None:
        plan.slug = plan.content.slug or plan.the_post.slug or places.free_slug(plan)
        places.take((plan.language, plan.content.section, plan.slug))
        plan.translation_key = siblings.join(plan)

    each(plans, settle)


def _possible(plan: Plan) -> Iterable[str]:
    if slug := plan.content.slug or plan.the_post.slug:
        return [slug]
    return islice(_numbered(_base(plan)), _TRIED)


def _base(plan: Plan) -> str:
    try:
        return slug_from_title(plan.content.title)
    except NoAddressError:
        return "post"


def _numbered(base: str) -> Iterator[str]:
    return (base if number == 1 else f"{base}-{number}" for number in count(1))


@dataclass(slots=True)
class _Places:
    """Which addresses are taken: by posts that stay where they are, and by those that come."""

    taken: set[Address] = field(default_factory=set)
    slugs: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def stand(self, address: Address) -> None:
        language, section, slug = address
        self.slugs[language].add(slug)
        if section:
            self.taken.add(address)

    def take(self, address: Address) -> None:
        if address in self.taken:
            raise ValidationError(_("Another post has this address."))
        self.stand(address)

    def free_slug(self, plan: Plan) -> str:
        """A slug from the headline; numbered where another post of the language has it."""
        base, taken = _base(plan), self.slugs[plan.language]
        if taken.issuperset(islice(_numbered(base), _TRIED)):
            own = Post.objects.filter(publication_id=plan.language, slug__startswith=base)
            taken.update(own.values_list("slug", flat=True))
        return next(slug for slug in _numbered(base) if slug not in taken)


@dataclass(slots=True)
class _Siblings:
    """Which posts are one piece: by what the other system says, or because of their address."""

    by_name: dict[str, UUID]
    languages: defaultdict[UUID, set[str]]
    at: defaultdict[tuple[str, str], list[tuple[str, UUID]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    @classmethod
    def read(cls, plans: Sequence[Plan], keys: set[UUID]) -> Self:
        names = {plan.arrival.translation for plan in plans} - {""}
        rows = Provenance.objects.filter(translation__in=names).order_by("-post")
        by_name = dict(rows.values_list("translation", "post__translation_key")) if names else {}
        known = {plan.the_post.translation_key for plan in plans if plan.is_known}
        languages: defaultdict[UUID, set[str]] = defaultdict(set)
        group = Post.objects.filter(translation_key__in=keys | known | set(by_name.values()))
        for key, language in group.order_by().values_list("translation_key", "publication_id"):
            languages[key].add(str(language))
        return cls(by_name, languages)

    def stand(self, language: str, section: str, slug: str, key: UUID) -> None:
        self.at[section, slug].append((language, key))

    def join(self, plan: Plan) -> UUID:
        """The translation key of what arrives."""
        name, own = plan.arrival.translation, plan.the_post.translation_key
        wanted = self.by_name.get(name) if name else self._beside(plan)
        key = own
        if wanted is not None and plan.language not in self.languages[wanted]:
            # What is joined with others here already, an editor joined.
            is_alone = not plan.is_known or self.languages[own] <= {plan.language}
            key = wanted if is_alone else own
        if plan.is_known and key != own:
            self.languages[own].discard(plan.language)
        self.languages[key].add(plan.language)
        if name:
            self.by_name.setdefault(name, key)
        if not plan.is_known:
            self.stand(plan.language, plan.content.section, plan.slug, key)
        return key

    def _beside(self, plan: Plan) -> UUID | None:
        """The key of the first post at the same address in another language, for a new post."""
        if plan.is_known or not plan.content.section:
            return None
        found = self.at.get((plan.content.section, plan.slug), ())
        return next((key for language, key in found if language != plan.language), None)


def begin(plan: Plan, created_by: int | None) -> None:
    """Give what is new here the post that it is to be."""
    if plan.post is None:
        plan.post = Post(
            publication=plan.publication, translation_key=uuid4(), created_by_id=created_by
        )
        # It has none, and nobody needs to ask the database for each.
        plan.post._state.fields_cache["newer_draft"] = None
