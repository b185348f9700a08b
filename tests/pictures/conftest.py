import pytest


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path):
    """The folder of uploads: each test has its own."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT
