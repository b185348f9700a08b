"""Pictures and other files come along, through the safeguards, once."""

import pytest

from posts.arrivals import Arrival
from tests.images.samples import jpeg
from tests.safeguards.servers import answering, serving
from tests.wxr.exports import HEAD, attachment, export, item
from transfer.downloads import DownloadError, Downloads
from transfer.moving import FileArrival, PictureArrival, Skipped

HOST = "https://www.old.example"


@pytest.fixture
def server():
    with serving(answering(jpeg(40, 30), content_type="image/jpeg")) as server:
        yield server


@pytest.fixture
def written(server, read, tmp_path):
    """Reads an export of a site that is on this machine."""

    def written(*items, allow_private=True):
        text = export(*items).replace(HOST, server.url.rstrip("/"))
        downloads = Downloads(tmp_path / "files", allow_private=allow_private)
        return list(read(text, downloads=downloads))

    return written


def test_what_was_uploaded_and_what_texts_show(written):
    found = written(
        item(1, content=f'<img src="{HOST}/wp-content/uploads/a-300x200.png">'),
        attachment(2, f"{HOST}/wp-content/uploads/a.png"),
    )
    paths = [one.path for one in found if isinstance(one, FileArrival)]
    assert paths == ["/wp-content/uploads/a.png", "/wp-content/uploads/a-300x200.png"]
    [post] = [one for one in found if isinstance(one, Arrival)]
    assert 'src="/wp-content/uploads/a-300x200.png"' in post.content.body


def test_the_picture_above_a_post_comes_before_it(written):
    found = written(
        attachment(2, f"{HOST}/wp-content/uploads/a.jpg", alt="A ship"),
        item(1, meta=[("_thumbnail_id", "2")]),
    )
    [picture] = [one for one in found if isinstance(one, PictureArrival)]
    [post] = [one for one in found if isinstance(one, Arrival)]
    assert picture.alts == {"en": "A ship"}
    assert post.content.picture == picture.master.name
    assert found.index(picture) < found.index(post)


def test_again_nothing_is_fetched_twice(written, server):
    for _time in range(2):
        written(attachment(2, f"{HOST}/wp-content/uploads/a.jpg"))
    assert len(server.seen) == 1


def test_our_own_network_is_not_asked_and_that_is_a_loss(written, server):
    found = written(attachment(2, f"{HOST}/wp-content/uploads/a.jpg"), allow_private=False)
    [told] = [one for one in found if isinstance(one, Skipped)]
    assert told.lost
    assert server.seen == []


def test_a_part_of_a_file_is_none(tmp_path):
    with serving(answering(b"gone", 404)) as server:
        downloads = Downloads(tmp_path / "files", allow_private=True)
        for _time in range(2):
            with pytest.raises(DownloadError, match="404"):
                downloads.file(server.url)
        assert len(server.seen) == 1
    assert not list(tmp_path.rglob("*.part"))
    assert HEAD
