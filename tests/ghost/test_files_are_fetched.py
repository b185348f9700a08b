import pytest

from posts.arrivals import Arrival
from tests.ghost.exports import export, post
from tests.images.samples import jpeg
from tests.safeguards.servers import answering, serving
from transfer.downloads import Downloads
from transfer.moving import FileArrival, PictureArrival


@pytest.fixture
def server():
    with serving(answering(jpeg(40, 30), content_type="image/jpeg")) as server:
        yield server


def test_pictures_of_the_site_come_along_and_others_stay(read, server, tmp_path):
    row = post(
        feature_image="__GHOST_URL__/content/images/a.jpg",
        html='<img src="__GHOST_URL__/content/images/b.jpg"><img src="https://x.example/c.jpg">',
    )
    meta = [
        {"post_id": "p1", "feature_image_alt": "A ship", "feature_image_caption": "<b>At</b> sea"}
    ]
    downloads = Downloads(tmp_path / "files", allow_private=True)
    reader = read(export(row, posts_meta=meta), site=server.url, downloads=downloads)
    found = list(reader)
    paths = [one.path for one in found if isinstance(one, FileArrival)]
    assert set(paths) == {"/content/images/a.jpg", "/content/images/b.jpg"}
    [picture] = [one for one in found if isinstance(one, PictureArrival)]
    [arrival] = [one for one in found if isinstance(one, Arrival)]
    assert picture.alts == {"en": "A ship"}
    assert arrival.content.picture == picture.master.name
    assert arrival.content.picture_caption == "At sea"
    assert 'src="/content/images/b.jpg"' in arrival.content.body
    assert 'src="https://x.example/c.jpg"' in arrival.content.body
