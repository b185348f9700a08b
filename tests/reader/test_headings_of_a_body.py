import pytest

from publication.headings import in_order, without_title_heading


@pytest.mark.parametrize(
    ("levels", "shown"),
    [
        ("2 3 3 2", "2 3 3 2"),
        ("3 3 4", "2 2 3"),
        ("2 4 3", "2 3 3"),
        ("1 2", "2 3"),
        ("4 2 6", "2 2 3"),
        ("1 2 3 4 5 6", "2 3 4 5 6 6"),
    ],
)
def test_no_level_is_left_out_below_the_headline(levels, shown):
    def body(of: str) -> str:
        return "".join(f'<h{level} id="x">A</h{level}><p>B</p>' for level in of.split())

    assert in_order(body(levels)) == body(shown)


def test_nothing_else_changes():
    body = "<hr><p>1 &lt;h2&gt;</p><header>A</header>"
    assert in_order(body) == body


def test_a_heading_that_says_more_than_the_title_stays():
    body = "<h2>Same, and more</h2>"
    assert without_title_heading(body, "Same") == body
