import pytest

from publication.models import Page
from publication.tables_and_code import aligned, reachable
from tests.factories import make_post, make_publication

from .pages import get


def test_what_scrolls_is_a_stop_once():
    body = (
        '<pre tabindex="0">a</pre><pre class="x">b</pre><table><tr><td>c</td></tr></table><preface>'
    )
    assert reachable(body) == (
        '<pre tabindex="0">a</pre><pre tabindex="0" class="x">b</pre>'
        '<table tabindex="0"><tr><td>c</td></tr></table><preface>'
    )


def test_only_cells_are_aligned_anew():
    body = '<td class="n" align="right">align="left"</td><p>td align="left"</p>'
    assert (
        aligned(body) == '<td class="n" data-align="right">align="left"</td><p>td align="left"</p>'
    )


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["post", "page"])
def test_a_page_shows_both(kind):
    body = '<table><tr><td align="right">1</td></tr></table><pre>x</pre>'
    if kind == "post":
        shown = make_post(body=body)
    else:
        shown = Page.objects.create(
            publication=make_publication(), path="about", title="About", body=body
        )
    page = get(shown.get_absolute_url())
    assert page.xpath("//table[@tabindex='0']//td[@data-align='right']")
    assert page.xpath("//pre[@tabindex='0']")
