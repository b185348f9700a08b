"""A first visit asks for four things, of this site alone, and nothing moves while they come."""

from collections import Counter

import pytest
from django.conf import settings as project
from django.core.management import call_command
from django.core.signals import request_started

from .pages import addresses

pytestmark = [
    pytest.mark.browser,
    pytest.mark.quality,
    pytest.mark.django_db,
    pytest.mark.xdist_group("quality"),
]

SHIFTS = """
() => new Promise((resolve) => {
    let total = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((it) => { total += it.value; }))
        .observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(total))));
})
"""


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """Where the site's static files are, joined and named as on a server."""
    return tmp_path_factory.mktemp("static")


@pytest.fixture
def as_on_a_server(settings, collected):
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT = collected
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "newsroom.stylesheet.JoinedStaticFilesStorage"},
    }
    if not any(collected.iterdir()):
        settings.STATICFILES_DIRS = [project.BASE_DIR / "static"]
        call_command("collectstatic", interactive=False, verbosity=0)
    settings.STATICFILES_DIRS = [collected]


@pytest.fixture
def asked():
    """What the server was asked for on behalf of each page, but for pictures in it."""
    counts = Counter()

    def count(environ, **_arguments):
        if not environ["PATH_INFO"].startswith(project.MEDIA_URL):
            counts[environ.get("HTTP_REFERER"), environ["PATH_INFO"]] += 1

    request_started.connect(count)
    yield counts
    request_started.disconnect(count)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_on_a_phone(open_page, site, as_on_a_server, asked, language):
    page = open_page(viewport={"width": 360, "height": 780}, device_scale_factor=2)
    # Each page is the first.
    page.context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    others = []
    page.on("request", lambda it: others.append(it) if not it.url.startswith(site) else None)
    pages = {}
    shifts = {}
    for address in addresses(language):
        page.goto(address)
        pages[address] = page.url
        if shift := page.evaluate(SHIFTS):
            shifts[address] = shift
    page.wait_for_load_state("networkidle")
    assert not shifts
    assert not [it.url for it in others if it.resource_type != "image"]
    for address, referrer in pages.items():
        found = [path for by, path in asked if by == referrer]
        assert any(path.endswith(".css") for path in found), address
        assert 1 + len(found) <= 4, (address, found)
