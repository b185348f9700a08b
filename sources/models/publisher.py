from collections.abc import Iterable
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from sources.domains import candidates, domain_of


class PublisherQuerySet(models.QuerySet["Publisher"]):
    def standing(self) -> Self:
        """Those that were not merged into another."""
        return self.filter(merged_into=None)

    def standing_for(self, keys: Iterable[int | None]) -> dict[int | None, int]:
        """By each of some keys that of the publisher itself, or of what it was merged into."""
        wanted = {key for key in keys if key is not None}
        rows = self.filter(pk__in=wanted).values_list("pk", "merged_into") if wanted else ()
        return {pk: heir or pk for pk, heir in rows}

    def heir_of(self, slug: str) -> "Publisher | None":
        """The publisher into which the one of a slug was merged, if it was."""
        merged = self.filter(slug=slug, merged_into__isnull=False)
        found = merged.select_related("merged_into").first()
        return found.merged_into if found is not None else None

    def known_by(self, url: str, name: str) -> "Publisher | None":
        """The publisher on whose domain an address is; failing that, the one of that name."""
        if domain := domain_of(url):
            known = PublisherDomain.objects.filter(domain__in=candidates(domain))
            # The longest match is the nearest: news.example.org before example.org.
            nearest = max(
                known.select_related("publisher"), key=lambda row: len(row.domain), default=None
            )
            if nearest is not None:
                return nearest.publisher
        named = models.Q(name__iexact=name.strip()) | models.Q(labels__contains=[name.strip()])
        found = (
            self.filter(named)
            .select_related("merged_into")
            .order_by(models.F("merged_into").asc(nulls_first=True), "pk")
            .first()
        )
        return found if found is None else found.merged_into or found


class Publisher(models.Model):
    """An outlet that is cited: Reuters, BBC. Known by its domains."""

    name = models.CharField(_("name"), max_length=300, unique=True)
    slug = models.CharField(_("slug"), max_length=310, unique=True)
    labels = ArrayField(
        models.CharField(max_length=300),
        verbose_name=_("other names"),
        default=list,
        blank=True,
        help_text=_("As it is cited elsewhere, between commas: “路透社”."),
    )
    homepage = models.URLField(_("homepage"), blank=True)
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged",
        verbose_name=_("merged into"),
        help_text=_("Its addresses lead there for ever, and so does its name."),
    )

    objects = PublisherQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("publisher")
        verbose_name_plural = _("publishers")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(slug__regex=r"^[^\s/?#]+$"), name="publisher_has_address"
            ),
            models.CheckConstraint(
                condition=models.Q(merged_into=None) | ~models.Q(merged_into=models.F("pk")),
                name="publisher_is_not_merged_into_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def sites(self) -> dict[str, str]:
        """Where it publishes, as far as is known, its homepage first: {domain: address}.

        What lies below one of them (`news.bbc.co.uk`) is left out.
        """
        home = domain_of(self.homepage)
        sites = {home: self.homepage} if home else {}
        domains = [row.domain for row in self.domains.all()]
        known = {home, *domains}
        for domain in domains:
            if domain != home and known.isdisjoint(candidates(domain)[1:]):
                sites[domain] = f"https://{domain}/"
        return sites


class PublisherDomain(models.Model):
    """A domain on which a publisher publishes: `bbc.com`, `bbc.co.uk`."""

    publisher = models.ForeignKey(Publisher, models.CASCADE, related_name="domains")
    domain = models.CharField(
        _("domain"), max_length=253, unique=True, help_text=_("In lower case, without “www.”.")
    )

    class Meta:
        ordering = ["domain"]
        verbose_name = _("domain")
        verbose_name_plural = _("domains")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(domain__regex=r"^[^\sA-Z/:@]+$")
                & ~models.Q(domain__startswith="www."),
                name="publisher_domain_is_bare",
                violation_error_message=_("Write a domain such as “bbc.co.uk”."),
            ),
        ]

    def __str__(self) -> str:
        return self.domain
