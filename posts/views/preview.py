"""The page of a text that is not published, exactly as readers would get it."""

import uuid
from dataclasses import replace
from datetime import datetime
from typing import Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.csp import CSP
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_safe

from images.addresses import at_prefix, name_of, names_in
from images.serving import NEVER_STORED, answer, missing
from posts.actions import tried
from posts.content import PostContent
from posts.models import Post, PreviewLink
from posts.working import working_content
from publication.known import known
from publication.middleware import activate
from publication.models import Publication

from .post import article

# Only our own pages put it into a frame: the form that it stands beside.
POLICY: Final[dict[str, list[str]]] = {
    **settings.SECURE_CSP,
    "script-src": [CSP.NONE],
    "form-action": [CSP.NONE],
    "frame-ancestors": [CSP.SELF],
}
_HEADERS: Final = {
    "Cache-Control": "no-store, private",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    # The address is the key: other sites are not told of it.
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "SAMEORIGIN",
}
# A section has to stand in the address, and may not be chosen yet.
_NO_SECTION: Final = "preview"


def page_of(
    request: HttpRequest,
    publication: Publication,
    content: PostContent,
    *,
    post: Post | None,
    pictures_at: str,
    until: datetime | None = None,
) -> HttpResponse:
    """The page of a text, which is stored for the length of its making and then taken back.

    So it is the very page that readers get. Raises ValidationError for a text that cannot be
    stored. Pictures are found below `pictures_at`. `until` is said on the page.
    """
    activate(request, publication, list(known()))
    content = replace(
        content,
        title=content.title.strip() or "…",
        section=content.section or _NO_SECTION,
        slug=content.slug or (post.slug if post is not None else f"preview-{uuid.uuid4().hex}"),
    )
    with tried(post or Post(publication=publication), content) as stored:
        shown = Post.objects.for_page().get(pk=stored.pk)
        shown.published_at = shown.published_at or timezone.now()
        context = {
            **article(shown, list(known())),
            "canonical": settings.SITE_URL + shown.get_absolute_url(),
            "preview_until": until,
        }
        text = render_to_string("posts/post.html", context, request)
    return HttpResponse(at_prefix(text, pictures_at), headers=_HEADERS)


@require_safe
@csp_override(POLICY)
def preview(request: HttpRequest, token: str) -> HttpResponse:
    """Show a post to those who have the link to it."""
    link = _link(token)
    return page_of(
        request,
        link.post.publication,
        working_content(link.post),
        post=link.post,
        pictures_at=f"{request.path}media/",
        until=link.expires_at,
    )


@require_safe
def preview_picture(request: HttpRequest, token: str, file: str) -> HttpResponseBase:
    """A picture of such a post, which readers may not see yet."""
    content = working_content(_link(token).post)
    name = name_of(file)
    if not name or name not in (content.picture, *names_in(content.body)):
        return missing()
    return answer(request, file, NEVER_STORED)


def _link(token: str) -> PreviewLink:
    link = PreviewLink.objects.signed(token, timezone.now())
    if link is None:
        raise Http404("There is no such preview, or it has come to its end.")
    return link
