"""What can be done with many posts at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from posts.models import Batch
from posts.workflow import Right

from . import filing, moves
from .each import each, several
from .merge import merge

type Step = Callable[[Batch], bool]
type Title = Callable[[Mapping[str, Any]], str]


@dataclass(frozen=True, slots=True)
class Kind:
    """`step` does some of a batch and says whether it is over; `title` says what is done.

    It runs in a transaction that holds the batch, may change its `done`, `total` and `error`, and
    leaves saving it to `run`. `label` is what the action is called in a list of posts, and
    `right` is what nobody without it is offered it.
    """

    step: Step
    title: Title
    label: Promise | str = ""
    right: Right = Right.CHANGE


def _tags_added(order: Mapping[str, Any]) -> str:
    return _("Adding tags: %s") % _joined(order["labels"])


def _tags_removed(order: Mapping[str, Any]) -> str:
    return _("Removing tags: %s") % _joined(order["labels"])


def _filed(order: Mapping[str, Any]) -> str:
    title: str = order["title"]
    return _("Filing under “%s”") % title


def _merged(order: Mapping[str, Any]) -> str:
    merged, survivor = order["titles"]
    if merged == survivor:
        merged, survivor = order["slugs"]
    return _("Merging “%(merged)s” into “%(survivor)s”") % {"merged": merged, "survivor": survivor}


def _joined(labels: list[str]) -> str:
    return pgettext("between names", ", ").join(labels)


KINDS: Final = {
    "add_tags": Kind(several(filing.add_tags), _tags_added, gettext_lazy("Add tags")),
    "remove_tags": Kind(several(filing.remove_tags), _tags_removed, gettext_lazy("Remove tags")),
    "file_under": Kind(several(filing.file_under), _filed, gettext_lazy("Put into a category")),
    "submit": Kind(
        each(moves.submit),
        lambda _order: _("Submitting for review"),
        gettext_lazy("Submit for review"),
    ),
    "publish": Kind(
        each(moves.publish),
        lambda _order: _("Publishing"),
        gettext_lazy("Publish now"),
        Right.PUBLISH,
    ),
    "merge": Kind(merge, _merged, right=Right.PUBLISH),
}
