"""axe-core, with all its rules, finds nothing on any page: light and dark, phone and desktop."""

import os
from pathlib import Path

import pytest
from django.conf import settings

from .newsroom import build
from .pages import addresses

pytestmark = [pytest.mark.browser, pytest.mark.quality]

AXE = Path(settings.BASE_DIR, "node_modules/axe-core/axe.min.js")
RUN = """
async () => {
    const { violations } = await axe.run({ resultTypes: ["violations"] });
    return violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.html).join(" | ")}`);
}
"""


@pytest.fixture
def axe():
    if AXE.exists():
        return AXE.read_text()
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail("CI must have axe-core")
    pytest.skip("needs axe-core: `make test` installs it")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing(chromium, live_server, transactional_db, axe, width, scheme, language):
    build()
    context = chromium.new_context(
        base_url=live_server.url,
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        bypass_csp=True,
    )
    page = context.new_page()
    # Pictures from elsewhere are not what is looked at.
    page.route(lambda url: not url.startswith(live_server.url), lambda route: route.abort())
    found = []
    for address, status in addresses(language).items():
        response = page.goto(address)
        assert response.status == status
        page.evaluate(axe)
        found += [f"{address}: {violation}" for violation in page.evaluate(RUN)]
    context.close()
    assert not found, "\n".join(found)
