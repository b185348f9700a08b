from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils import timezone

from images.formats import MEDIA_TYPES
from posts.models import Post

from .picture_of import FOLDER, picture_of


def share_picture(_request: HttpRequest, number: int, rest: str) -> HttpResponseBase:
    """The picture of a public post; an older one leads to that of today."""
    post = Post.objects.filter(pk=number).select_related("picture").defer("body").first()
    if post is None or not post.share_picture or not post.is_public(timezone.now()):
        raise Http404("There is no such picture.")
    if post.share_picture != f"{FOLDER}{number}-{rest}" and (now := picture_of(post)):
        return HttpResponseRedirect(now.address)
    try:
        picture = default_storage.open(post.share_picture)
    except FileNotFoundError as error:
        raise Http404("There is no such picture.") from error
    kind = MEDIA_TYPES[post.share_picture.rpartition(".")[2]]
    response = FileResponse(picture, content_type=kind)
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
