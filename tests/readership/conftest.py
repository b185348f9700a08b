import pytest

from tests.access_log.log import Log


@pytest.fixture
def log(tmp_path):
    return Log(tmp_path / "access.log")
