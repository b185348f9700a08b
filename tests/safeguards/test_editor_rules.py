"""The editor's filter and the sanitiser follow one table."""

from fnmatch import fnmatch

import pytest

from safeguards.editor_rules import allowed_content
from safeguards.html import sanitise
from safeguards.policy import CLASSES, DROPPED_WITH_CONTENT, ELEMENTS, GLOBAL_ATTRIBUTES, VOID

RULES = allowed_content()
WRAPPED = {  # elements that a parser moves elsewhere, with what must stand around them
    **dict.fromkeys(["td", "th"], "<table><tbody><tr>{}</tr></tbody></table>"),
    **dict.fromkeys(["thead", "tbody", "tfoot", "caption", "colgroup"], "<table>{}</table>"),
    "tr": "<table><tbody>{}</tbody></table>",
    "col": "<table><colgroup>{}</colgroup></table>",
}
REQUIRED_BY_HAND = {
    "iframe": ' src="https://player.vimeo.com/video/1"',
    "input": ' type="checkbox" disabled=""',
    "source": ' src="/a.mp3"',
    "track": ' src="/a.vtt"',
}


@pytest.mark.parametrize("element", sorted(RULES))
def test_what_the_editor_may_write_the_sanitiser_keeps(element: str) -> None:
    end = "" if element in VOID else f"</{element}>"
    html = WRAPPED.get(element, "{}").format(
        f'<{element}{REQUIRED_BY_HAND.get(element, "")} title="t" class="language-x">{end}'
    )
    assert sanitise(html) == html


@pytest.mark.parametrize("element", sorted(DROPPED_WITH_CONTENT | {"form", "font", "main", "x"}))
def test_what_the_sanitiser_drops_has_no_rule(element: str) -> None:
    assert element not in RULES
    assert element not in ELEMENTS


def test_attributes_and_classes_are_the_tables() -> None:
    for element, rule in RULES.items():
        attributes = {name.removeprefix("!") for name in rule["attributes"].split(",")}
        assert attributes == (ELEMENTS[element] | GLOBAL_ATTRIBUTES) - {"class"}
        assert set(rule) == {"attributes", "classes"}
        assert not any(name.startswith("on") or name in ("style", "target") for name in attributes)
    assert RULES["iframe"]["attributes"].count("!src") == 1
    assert set(RULES["p"]["classes"].split(",")) == CLASSES
    assert any(fnmatch("language-go", pattern) for pattern in CLASSES)
