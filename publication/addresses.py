"""Absolute addresses of this site."""

from django.conf import settings


def absolute(path: str) -> str:
    """An address for feeds, sitemaps and mail: `SITE_URL` and a path that is percent-encoded."""
    return f"{settings.SITE_URL}{path}"
