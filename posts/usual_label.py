from posts.models import Citation
from sources.models import Publisher


def usual_label(url: str, language: str) -> str:
    """How the publisher on whose domain an address is was cited last, in a language; or ""."""
    publisher = Publisher.objects.known_by(url, "") if url else None
    if publisher is None:
        return ""
    cited = Citation.objects.filter(publisher=publisher, post__publication__code=language)
    last = cited.order_by("-pk").values_list("label", flat=True).first()
    return last or publisher.name
