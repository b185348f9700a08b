import pytest

from transfer.wxr.reader import WxrReader


@pytest.fixture
def read(tmp_path):
    """A reader of an export that a test wrote."""

    def read(text, **options):
        file = tmp_path / "export.xml"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return WxrReader(file, **options)

    return read
