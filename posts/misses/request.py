from django.http import HttpRequest
from django.utils import timezone

from .miss import Miss, miss


def miss_of(request: HttpRequest) -> Miss | None:
    """What is kept of a request that found nothing."""
    if request.method not in ("GET", "HEAD"):
        return None
    path = request.get_full_path_info()
    return miss(path, timezone.now().date(), request.headers.get("Referer", ""))
