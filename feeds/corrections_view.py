"""The feed of corrections: what was put right in the posts of a language, in any format."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from posts.correction_text import paragraphs
from posts.models import Correction
from publication.addresses import absolute

from . import scope
from .document import ENTRIES, Document
from .formats import Format
from .scope import Scope
from .views import ServedFeed

CORRECTIONS = "corrections"


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionDocument(Document):
    """The newest corrections of a scope, which come from `for_syndication`. It has no archives."""

    corrections: list[Correction]

    @property
    def updated(self) -> datetime:
        told = [_changed_at(row) or row.corrected_at for row in self.corrections]
        return max(told, default=self.changed_at).astimezone(self.scope.publication.zone)

    def told(self) -> list[Correction]:
        """Its corrections; with `since`, only those of posts that changed after it.

        Each change of a correction dates its post, and an entry names its post.
        """
        if self.since is None:
            return self.corrections
        return [row for row in self.corrections if row.post.modified_at > self.since]


class CorrectionFeed(ServedFeed[Correction, CorrectionDocument]):
    """One entry a correction, known by the correction's own guid."""

    def __init__(self, form: type[Format]) -> None:
        super().__init__(scope.corrections, form)

    def newest(self, scope: Scope) -> CorrectionDocument:
        corrections = Correction.objects.of(scope.posts).for_syndication()
        return CorrectionDocument(
            scope=scope,
            path=f"{scope.path}{self.form.file}",
            posts=[],
            corrections=list(corrections[:ENTRIES]),
            hubs=settings.WEBSUB_HUBS,
        )

    def description(self, document: CorrectionDocument) -> str:
        site = document.scope.publication.name
        return _("What %(site)s got wrong, and what is right.") % {"site": site}

    def items(self, document: CorrectionDocument) -> list[Correction]:
        return document.told()

    def item_title(self, correction: Correction) -> str:
        return _("Correction: %(headline)s") % {"headline": correction.post.title}

    def item_link(self, correction: Correction) -> str:
        return absolute(correction.get_absolute_url())

    def item_description(self, correction: Correction) -> str:
        return " ".join(correction.text.split())

    def item_guid(self, correction: Correction) -> str:
        return correction.guid

    def item_guid_is_permalink(self, _correction: Correction) -> bool:
        return False

    def item_pubdate(self, correction: Correction) -> datetime:
        return correction.corrected_at.astimezone(correction.post.publication.zone)

    def item_updateddate(self, correction: Correction) -> datetime | None:
        changed_at = _changed_at(correction)
        return changed_at and changed_at.astimezone(correction.post.publication.zone)

    def item_extra_kwargs(self, correction: Correction) -> dict[str, Any]:
        """As `PostSyndication` has it: a publication answers for what it puts right."""
        return {
            "code": correction.post.language,
            "content": paragraphs(correction.text),
            "creators": [correction.post.publication.byline],
            "terms": [],
            "schemes": {},
            "sources": [],
            "picture": None,
            "translations": [],
        }


def _changed_at(correction: Correction) -> datetime | None:
    """When it was put right in its turn, as `for_syndication` annotates it."""
    changed_at: datetime | None = correction.changed_at  # type: ignore[attr-defined]
    # A correction can be given a date after it was last changed; nothing is updated before that.
    return max(changed_at, correction.corrected_at) if changed_at else None
