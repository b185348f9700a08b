import re
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from newsroom.stylesheet import joined

STATIC = settings.BASE_DIR / "static"


def whole() -> str:
    return joined((STATIC / "site.css").read_text(), lambda name: (STATIC / name).read_text())


def test_every_part_is_joined_and_none_is_imported():
    sheet = whole()
    assert "@import" not in sheet
    assert "/*" not in sheet
    parts = [path.read_text() for path in (STATIC / "css").glob("*.css")]
    assert sheet.count("@layer") == 1 + len(parts)


def test_it_weighs_at_most_twenty_kilobytes_and_asks_for_nothing():
    sheet = whole()
    assert len(sheet.encode()) <= 20 * 1024
    assert "url(" not in sheet


def test_readers_get_it_in_one_hashed_file(settings, tmp_path):
    settings.STATICFILES_DIRS = [STATIC]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "newsroom.stylesheet.JoinedStaticFilesStorage"},
    }
    for _time in range(2):
        call_command("collectstatic", interactive=False, verbosity=0)
    [sheet] = tmp_path.glob("site.*.css")
    assert sheet.read_text() == whole()


def test_templates_hold_no_style_and_no_script():
    folder = Path(settings.BASE_DIR, "templates")
    for path in [*folder.glob("*.html"), *folder.glob("p*/*.html")]:
        assert not re.search(r"<script|<style|\sstyle=|\son\w+=", path.read_text()), path


def test_white_space_goes_where_it_says_nothing():
    part = (
        ".a :is(b, c) + d:hover {\n"
        '  content: "{ ; } ,  ";\n  inset: clamp(1rem, 2vw + 1px, 3rem);\n}\n'
    )
    sheet = '@import url("a.css") layer(base);\n/* why: because */\n'
    assert joined(sheet, lambda _name: part) == (
        '@layer base{.a :is(b,c) + d:hover{content:"{ ; } ,  ";inset:clamp(1rem,2vw + 1px,3rem)}}'
    )
