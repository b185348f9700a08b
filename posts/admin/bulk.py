"""What can be done with the posts that are ticked in their list: each is asked about first."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from django.contrib import admin
from django.contrib.admin.options import ActionLocation
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from posts.batches import KINDS, Kind, prepare
from posts.models import Post
from posts.rights import may
from posts.workflow import Right

if TYPE_CHECKING:
    _Admin = admin.ModelAdmin[Post]
else:
    _Admin = object

type Action = Callable[[Any, HttpRequest, QuerySet[Post]], HttpResponse]


def _action(name: str, kind: Kind) -> Action:
    def act(_desk: Any, request: HttpRequest, queryset: QuerySet[Post]) -> HttpResponse:
        chosen = queryset.values_list("pk", flat=True)
        batch = prepare(name, by=cast(Any, request.user), posts=chosen)
        return HttpResponseRedirect(reverse("admin:posts_batch_change", args=[batch.pk]))

    act.__name__ = name
    return admin.action(act, description=cast(Any, kind.label), permissions=[kind.right])


class BulkActions(_Admin):
    """Nothing is withdrawn or deleted in bulk: that is done where one sees what it is."""

    actions = [_action(name, kind) for name, kind in KINDS.items() if kind.label]

    def get_actions(
        self, request: HttpRequest, action_location: ActionLocation = ActionLocation.CHANGE_LIST
    ) -> dict[str, Any]:
        actions: dict[str, Any] = super().get_actions(request, action_location)
        actions.pop("delete_selected", None)
        return actions

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return may(request.user, Right.PUBLISH)
