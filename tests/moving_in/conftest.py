import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path):
    """Each test has its own folder of uploads and imports."""
    settings.MEDIA_ROOT = tmp_path / "var" / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def moved(tmp_path):
    """Runs an import: its report as JSON, and the status it ends with."""

    def run(command, text, **options):
        source, report = tmp_path / "export", tmp_path / "report.json"
        source.write_text(text, encoding="utf-8")
        status = 0
        try:
            call_command(command, str(source), json=report, stdout=StringIO(), **options)
        except CommandError as error:
            status = error.returncode
        return json.loads(report.read_text(encoding="utf-8")), status

    return run
