from typing import Final

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from .public import is_public
from .serving import answer, missing

# The file at an address never changes, so browsers keep it. Caches between ask again every hour:
# they serve everybody, and what shows it may have been withdrawn.
CACHING: Final = "public, max-age=31536000, s-maxage=3600, immutable"


@require_safe
def picture(request: HttpRequest, file: str, name: str) -> HttpResponseBase:
    """Serve a file of a picture as long as something that readers may see shows it."""
    return answer(request, file, CACHING) if is_public(name) else missing()
