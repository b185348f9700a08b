"""Django's admin with our name and a content security policy of its own."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final, override

from django.contrib.admin import AdminSite
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils.csp import CSP
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _

from publication.models import Publication

# Strict, with nonces: the admin is never cached.
ADMIN_CSP: Final[dict[str, list[str]]] = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF, CSP.NONCE],
    "style-src": [CSP.SELF, CSP.NONCE],
    "img-src": [CSP.SELF, "data:"],
    "connect-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}


class NewsroomAdminSite(AdminSite):
    site_header = _("Newsroom")
    site_title = _("Newsroom")
    index_title = _("Desk")

    def languages(self) -> list[tuple[str, str]]:
        """The languages that a tag or a category can have: those of the publications."""
        return [(row.code, str(row)) for row in Publication.objects.all()]

    @override
    def admin_view(  # type: ignore[override]  # the stubs' type of a view has no name at run time
        self, view: Callable[..., HttpResponse], cacheable: bool = False
    ) -> Callable[..., HttpResponse]:
        """As Django's, with the admin's policy; a view that set its own keeps it."""
        return with_policy(super().admin_view(view, cacheable))

    @method_decorator(login_not_required)
    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The page to sign in at, which Django does not pass through `admin_view`."""
        return with_policy(super().login)(request, extra_context)


def with_policy(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Send the admin's policy with what a view answers, unless the view set one itself."""

    @wraps(view)
    def answer(*args: Any, **kwargs: Any) -> HttpResponse:
        response = view(*args, **kwargs)
        if not hasattr(response, "_csp_config"):
            response._csp_config = ADMIN_CSP  # type: ignore[attr-defined]
        return response

    return answer
