from django.utils import translation
from lxml import html

from newsroom.views import server_error

from .pages import text


def test_the_page_is_made_without_asking_it(rf):
    response = server_error(rf.get("/en/"))
    assert response.status_code == 500
    assert "Something broke" in response.content.decode()


def test_it_speaks_the_language_that_was_active(rf):
    with translation.override("zh-hans"):
        page = html.document_fromstring(server_error(rf.get("/zh/")).content.decode())
    assert text(page, "//h1") == ["出错了"]


def test_it_does_without_a_style_sheet_that_was_not_collected(rf, settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "newsroom.stylesheet.JoinedStaticFilesStorage"},
    }
    assert "stylesheet" not in server_error(rf.get("/en/")).content.decode()
