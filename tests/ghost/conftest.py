import pytest

from transfer.ghost.reader import GhostReader


@pytest.fixture
def read(tmp_path):
    """A reader of an export that a test wrote."""

    def read(text, **options):
        file = tmp_path / "export.json"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return GhostReader(file, **options)

    return read
