import pytest

from tests.factories import make_post

from .pages import ask

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "tag", "typed"),
    [
        ("en", "Nvidia", "nvdia"),
        ("en", "Chip Exports", "chip bans"),
        ("zh", "中美关系", "中美谈判"),
    ],
)
def test_the_nearest_subjects_are_offered(language, tag, typed):
    make_post(language, title="x", tags=["Europe", "体育", tag])
    page = ask(typed, language)
    assert page.xpath("//main//ul[@class='tags']//a/text()") == [tag]
    assert typed in page.xpath("//*[@class='nothing']")[0].text_content()


def test_else_those_covered_lately():
    make_post(title="x", tags=["Europe"])
    assert ask("zzzz").xpath("//main//ul[@class='tags']//a/text()") == ["Europe"]


def test_it_is_noindex_and_says_so_of_a_missing_page():
    make_post(title="x")
    assert ask("x").xpath("//meta[@name='robots']/@content") == ["noindex"]
