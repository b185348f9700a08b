import pytest

from tests.access_log.log import Log
from tests.factories import make_publication


@pytest.fixture
def log(tmp_path):
    return Log(tmp_path / "access.log")


@pytest.fixture
def publication(db):
    return make_publication()
