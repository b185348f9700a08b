"""No input crashes the sanitiser or keeps it busy: it is cleaned in seconds, or refused."""

import time

import pytest

from safeguards.effort import MAX_DEPTH, MAX_LENGTH, MarkupError
from safeguards.html import sanitise

REFUSED = {
    "five megabytes": "<p>five megabytes</p>" * 250_000,
    "nested": "<div>" * 100_000,
    "nested and closed": "<div>" * 100_000 + "</div>" * 100_000,
    "nested lists": "<ul><li>" * 50_000,
    "never closed": "".join(f'<b id="{n}">' for n in range(250)) + "<p>x" * 100_000,
    "closed out of reach": "".join(f'<b id="{n}"><table></b></table>' for n in range(9_000)),
    "closed in a title": "".join(f'<b id="{n}"><i title="</b>">' for n in range(9_000)),
    "references": "&amp; and more text " * 90_000,
    "ampersands": "&" * 1_900_000,
    "no-break spaces": "<p>" + "\xa0" * 1_900_000,
}
CLEANED = {
    "unclosed paragraphs": "<p>x" * 100_000,
    "unclosed items": "<ul>" + "<li><p>x" * 50_000,
    "unclosed links": '<a name="x">y' * 50_000,
    "attributes": "<p " + " ".join(f"a{n}" for n in range(200_000)) + ">x</p>",
    "an endless tag": "<a " * 100_000,
    "an endless quote": '<a b="' * 100_000,
    "endless comments": "<!--" * 400_000,
    "endless declarations": "<!" * 100_000,
    "unclosed titles": "<title>" * 250_000,
    "a large body": '<p>hello &lsquo; <a href="https://example.com/">w</a> and more</p>\n' * 20_000,
    "no-break spaces": "<p>" + "\xa0" * 50_000,
    "less-than signs": "<" * 1_000_000,
}


@pytest.mark.parametrize("html", REFUSED.values(), ids=REFUSED.keys())
def test_what_would_take_too_long_is_refused_with_a_message(html: str) -> None:
    start = time.process_time()
    with pytest.raises(MarkupError, match=r"^The HTML [^\n]+\.$"):
        sanitise(html)
    assert time.process_time() - start < 10


@pytest.mark.parametrize("html", CLEANED.values(), ids=CLEANED.keys())
def test_long_input_is_cleaned_in_seconds(html: str) -> None:
    start = time.process_time()
    sanitise(html)
    assert time.process_time() - start < 10


def test_the_limits_themselves_are_allowed() -> None:
    nested = "<div>" * MAX_DEPTH + "</div>" * MAX_DEPTH
    assert sanitise(nested) == nested
    assert len(sanitise("x" * MAX_LENGTH)) == MAX_LENGTH
    assert issubclass(MarkupError, ValueError)
