"""Where a post stands."""

from django.urls import reverse

# One path segment: any Unicode, but nothing that ends it or that browsers resolve away.
SLUG = r"(?!\.{1,2}$)[^\s/?#%\\]+"


def post_address(language: str, section: str, slug: str) -> str:
    """Where a post of a language stands, percent-encoded."""
    return reverse("posts:post", kwargs={"language": language, "section": section, "slug": slug})
