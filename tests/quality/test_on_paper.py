"""Printed, a post is its text and its sources, whose addresses are written out."""

import pytest

pytestmark = [
    pytest.mark.browser,
    pytest.mark.quality,
    pytest.mark.django_db,
    pytest.mark.xdist_group("quality"),
]

LOOK = """
() => {
    const shown = (selector) => [...document.querySelectorAll(selector)]
        .filter((it) => it.checkVisibility()).map((it) => it.textContent.trim());
    const grounds = [...document.querySelectorAll("*")].filter((it) => it.checkVisibility())
        .map((it) => getComputedStyle(it).backgroundColor);
    const written = (selector) => [...document.querySelectorAll(selector)]
        .map((it) => getComputedStyle(it, "::after").content);
    return {
        ways: shown("nav, form, .skip, .crumbs, .sections, .languages, .further, details"),
        grounds: [...new Set(grounds)].sort(),
        ink: getComputedStyle(document.querySelector(".prose")).color,
        sources: shown(".source-headline a").map((it, number) => [
            it, written(".source-headline a")[number],
        ]),
        links: written(".prose a[href^='http']"),
        notes: written(".prose a[href^='#']"),
        headline: shown("h1").length,
    };
}
"""


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_post(open_page, language, scheme):
    page = open_page(color_scheme=scheme)
    page.goto(f"/{language}/posts/world/rich/")
    page.emulate_media(media="print")
    look = page.evaluate(LOOK)
    assert look["headline"] == 1
    assert look["ways"] == []
    assert look["ink"] == "rgb(0, 0, 0)"
    assert look["sources"] == [
        ["What the plants made", '" <https://www.reuters.com/a>"'],
        ["https://www.afp.com/b", "none"],
    ]
    assert look["links"] == ['" <https://example.org/>"']
    assert set(look["notes"]) == {"none"}
    assert set(look["grounds"]) == {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
