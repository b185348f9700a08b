"""The Nu HTML checker has nothing to say of any page."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.test import Client

from .pages import addresses

pytestmark = [
    pytest.mark.quality,
    pytest.mark.django_db,
    pytest.mark.xdist_group("quality"),
]

CHECKER = Path(settings.BASE_DIR, "node_modules/vnu-jar/build/dist/vnu.jar")


@pytest.fixture
def checker():
    if shutil.which("java") and CHECKER.exists():
        return CHECKER
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail("CI must have java and vnu-jar")
    pytest.skip("needs java and vnu-jar: `make test` installs them")


def test_no_error_and_no_warning(newsroom, checker, tmp_path):
    pages = {}
    every = {**addresses("en"), **addresses("zh"), "/nothing": 404}
    for number, (address, status) in enumerate(every.items()):
        response = Client().get(address)
        assert response.status_code == status, address
        file = tmp_path / f"{number}.html"
        file.write_bytes(response.content)
        pages[file.name] = address
    broken = tmp_path / "broken.html"
    broken.write_text(render_to_string("500.html", {"stylesheet": "/static/site.css"}))
    pages[broken.name] = "500"
    done = subprocess.run(
        ["java", "-jar", checker, "--format", "json", "--stdout", *sorted(tmp_path.glob("*.html"))],
        capture_output=True,
        text=True,
        check=False,
    )
    messages = json.loads(done.stdout)["messages"]
    told = [
        f"{pages[Path(it['url']).name]}: {it['message']} {it.get('extract', '')!r}"
        for it in messages
    ]
    assert not told, "\n".join(told)
