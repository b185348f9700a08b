"""axe-core, with all its rules, finds nothing on any page.

In the dark scheme only colours differ: there the rules that look at colours are run.
"""

import os
from pathlib import Path

import pytest
from django.conf import settings

from .pages import addresses

pytestmark = [
    pytest.mark.browser,
    pytest.mark.quality,
    pytest.mark.django_db,
    pytest.mark.xdist_group("quality"),
]

AXE = Path(settings.BASE_DIR, "node_modules/axe-core/axe.min.js")
# WCAG 2.2 has 2.5.8, which axe-core leaves to who asks for it.
RUN = """
async (only) => {
    const which = only ? { runOnly: only } : { rules: { "target-size": { enabled: true } } };
    const { violations } = await axe.run({ resultTypes: ["violations"], ...which });
    return violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.html).join(" | ")}`);
}
"""
SCHEMES = {"light": None, "dark": ["color-contrast", "link-in-text-block"]}


@pytest.fixture
def axe():
    if AXE.exists():
        return AXE.read_text()
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail("CI must have axe-core")
    pytest.skip("needs axe-core: `make test` installs it")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing(open_page, axe, language):
    page = open_page(bypass_csp=True)
    found = []
    for address, status in addresses(language).items():
        page.emulate_media(color_scheme="light")
        response = page.goto(address)
        assert response.status == status
        page.evaluate(axe)
        # Chinese is set in the same pages: they are looked at where there is least room.
        for width in (360, 1280) if language == "en" else (360,):
            page.set_viewport_size({"width": width, "height": 900})
            for scheme, rules in SCHEMES.items():
                page.emulate_media(color_scheme=scheme)
                told = page.evaluate(RUN, rules)
                found += [f"{address} {width} {scheme}: {violation}" for violation in told]
    assert not found, "\n".join(found)
