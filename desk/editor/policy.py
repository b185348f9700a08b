"""The content security policy of the pages that hold the editor, and of no other."""

from typing import Final

from django.utils.csp import CSP
from django.views.decorators.csp import csp_override

# CKEditor writes inline handlers and styles into its toolbar, which a nonce cannot allow; and
# where there is a nonce, browsers ignore 'unsafe-inline'. The pictures of a body come from
# anywhere, as they do on the reader's page.
EDITOR_CSP: Final[dict[str, list[str]]] = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "img-src": [CSP.SELF, "https:", "data:"],
    "media-src": [CSP.SELF, "https:"],
    "connect-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "frame-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}

editor_policy = csp_override(EDITOR_CSP)
"""Decorates a view whose page holds the editor."""
