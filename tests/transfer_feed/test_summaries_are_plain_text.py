import pytest

from transfer.feed.markup import summary_of


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("", None),
        (" \n ", None),
        ("One.\nTwo.", "One.\nTwo."),
        ('print("<as is>") & more', 'print("<as is>") & more'),
        ("AT&amp;T &lsquo;said&rsquo;", "AT&T ‘said’"),
        ("<p>One.</p>\n<p>Two &amp; three.</p>", "One. Two & three."),
        ("<script>x</script>One.", "One."),
        ('<img src="a.png"/>One.', "One."),
        ("1 < 2 and <b>bold</b>", "1 < 2 and bold"),
    ],
)
def test_html_or_not(written, text):
    assert summary_of(written) == text
