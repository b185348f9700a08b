import pytest

from publication.models import Publication
from publication.templatetags.languages import language_name, language_tag
from tests.factories import make_publication

from .pages import get


@pytest.mark.parametrize(
    ("code", "locale", "tag"),
    [
        ("en", "en", "en"),
        ("zh", "zh-hans", "zh-Hans"),
        ("zh-tw", "zh-hant", "zh-Hant"),
        ("pt-br", "pt-br", "pt-BR"),
        ("yue", "zh-hant", "yue"),
    ],
)
def test_a_publication_has_a_bcp_47_tag(code, locale, tag):
    assert language_tag(Publication(code=code, locale=locale)) == tag


def test_a_language_calls_itself_by_its_own_name():
    names = [language_name(Publication(locale=locale)) for locale in ("en", "zh-hans", "es")]
    assert names == ["English", "简体中文", "Español"]


@pytest.mark.django_db
def test_pages_say_their_language():
    make_publication("zh")
    page = get("/zh/")
    assert page.get("lang") == "zh-Hans"
    assert "还没有发布文章。" in page.text_content()
