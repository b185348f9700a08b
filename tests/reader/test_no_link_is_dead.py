import pytest
from django.test import Client
from lxml import html

from publication.models import Page
from tests.factories import make_imported, make_post, make_publication

pytestmark = pytest.mark.django_db


def test_every_link_of_the_site_leads_somewhere(settings):
    for language in ("en", "zh"):
        make_imported(language, slug="twin", tags=["C++", "a / b", "中美关系"])
        Page.objects.create(publication=make_publication(language), path="about", title="About")
    for number in range(45):
        make_post(section="world" if number % 2 else "tech", categories=["world", "AI & Tech"])
    client, seen, waiting = Client(), set[str](), ["/en/"]
    while waiting:
        address = waiting.pop()
        seen.add(address)
        response = client.get(address)
        assert response.status_code == 200, address
        if not response["Content-Type"].startswith("text/html"):
            continue
        page = html.document_fromstring(response.content.decode())
        for href in page.xpath("//a/@href | //link[not(contains(@href,'/static/'))]/@href"):
            path = href.removeprefix(settings.SITE_URL).partition("#")[0]
            if path.startswith("/") and path not in seen and path not in waiting:
                waiting.append(path)
    assert len(seen) > 80
