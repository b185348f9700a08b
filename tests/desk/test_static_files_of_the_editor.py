"""The editor's loader asks for files by their plain names while it runs."""

import re
from pathlib import Path

import pytest
from django.conf import settings as project
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.test import Client

from tests.desk.conftest import signed_in
from tests.desk.forms import ADD

pytestmark = pytest.mark.django_db

# What Chromium asks for on the form, and behind its buttons.
ASKED_FOR = [
    "lang/en.js",
    "lang/zh-cn.js",
    "skins/moono-lisa/editor.css",
    "skins/moono-lisa/dialog.css",
    "plugins/icons.png",
    "plugins/icons_hidpi.png",
    "plugins/link/dialogs/link.js",
    "plugins/image/dialogs/image.js",
    "plugins/table/dialogs/table.js",
    "plugins/find/dialogs/find.js",
    "plugins/specialchar/dialogs/specialchar.js",
    "plugins/clipboard/dialogs/paste.js",
    "plugins/pastefromword/filter/default.js",
    "plugins/pastetools/filter/common.js",
    "plugins/iframe/images/placeholder.png",
    "plugins/a11yhelp/dialogs/a11yhelp.js",
]


@pytest.fixture
def collected(settings, tmp_path):
    """Static files as in production: collected, hashed and compressed."""
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = project.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    settings.WHITENOISE_AUTOREFRESH = settings.WHITENOISE_USE_FINDERS = False
    call_command("collectstatic", interactive=False, verbosity=0)
    return Path(tmp_path)


def test_they_are_served_in_production(collected, editor, publication):
    page = signed_in(editor).get(ADD).text
    base = re.search(r'data-ckeditor-basepath="([^"]+)"', page)[1]
    assert base == "/static/ckeditor/ckeditor/"
    for name in [
        *re.findall(r'(?:src|href)="(/static/[^"]+)"', page),
        *map(base.__add__, ASKED_FOR),
    ]:
        response = Client().get(name, headers={"accept-encoding": "gzip"})
        assert response.status_code == 200, name
        assert len(b"".join(response)) > 0, name
    assert re.search(r"ckeditor/ckeditor\.[0-9a-f]{12}\.js", page)
    assert "nosniff" in Client().get(f"{base}lang/en.js").headers["X-Content-Type-Options"]

    for left_out in ("plugins/exportpdf", "plugins/wsc", "plugins/uploadimage", "adapters"):
        assert not (collected / "ckeditor/ckeditor" / left_out).exists()
    assert staticfiles_storage.exists("ckeditor/ckeditor/ckeditor.js")
