import io
from datetime import timedelta
from hashlib import sha256

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone

from posts.actions import save_redirect
from posts.models import Redirect
from publication.actions import delete_file, keep_file
from publication.files import storage
from publication.models import File
from publication.tasks import sweep_files
from tests.factories import make_editor, make_post, make_publication

from .getting import get

pytestmark = pytest.mark.django_db

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    make_publication("en")
    return tmp_path


def stored(uploads) -> set[str]:
    folder = uploads / "files"
    return {file.name for file in folder.iterdir()} if folder.exists() else set()


def test_it_is_served_where_it_was(uploads):
    file, outcome = keep_file("/en/posts/world/a/chart.png", PNG, by=None)
    assert outcome == "created"
    assert (file.size, file.media_type) == (len(PNG), "image/png")
    response = get("/en/posts/world/a/chart.png")
    assert (response.status_code, response.body) == (200, PNG)
    assert response.headers["Content-Type"] == "image/png"
    assert response.headers["Content-Length"] == str(len(PNG))
    assert response.headers["Cache-Control"] == "public, max-age=3600"
    assert response.headers["ETag"] == f'"{sha256(PNG).hexdigest()}"'
    assert stored(uploads) == {file.digest}


def test_a_path_in_any_script():
    file, _outcome = keep_file("/img/标志 100% #1.svg", b"<svg/>", by=None)
    assert get(file.get_absolute_url()).body == b"<svg/>"


def test_what_is_unchanged_is_not_sent_again():
    file, _outcome = keep_file("/a.png", PNG, by=None)
    response = get("/a.png", if_none_match=f'"{file.digest}"')
    assert (response.status_code, response.body) == (304, b"")
    assert response.headers["ETag"] == f'"{file.digest}"'
    assert get("/a.png", if_none_match='"other"').status_code == 200


def test_its_head_alone():
    keep_file("/a.png", PNG, by=None)
    response = Client().head("/a.png")
    assert (response.status_code, response.content) == (200, b"")
    assert response.headers["Content-Length"] == str(len(PNG))


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-9", 0, 9),
        ("bytes=10-", 10, len(PNG) - 1),
        ("bytes=-5", len(PNG) - 5, len(PNG) - 1),
        ("bytes=0-999999", 0, len(PNG) - 1),
        ("bytes=-999999", 0, len(PNG) - 1),
    ],
)
def test_a_range_of_it(asked, first, last):
    keep_file("/a.mp4", PNG, by=None)
    response = get("/a.mp4", range=asked)
    assert (response.status_code, response.body) == (206, PNG[first : last + 1])
    assert response.headers["Content-Range"] == f"bytes {first}-{last}/{len(PNG)}"
    assert response.headers["Content-Length"] == str(last - first + 1)


@pytest.mark.parametrize("asked", ["bytes=5-2", "bytes=0-1,3-4", "lines=1-2", "bytes=-", "x"])
def test_what_is_no_single_range_gets_all(asked):
    keep_file("/a.mp4", PNG, by=None)
    response = get("/a.mp4", range=asked)
    assert (response.status_code, response.body) == (200, PNG)


def test_a_range_behind_its_end():
    keep_file("/a.mp4", PNG, by=None)
    for asked in (f"bytes={len(PNG)}-", "bytes=-0"):
        response = get("/a.mp4", range=asked)
        assert response.status_code == 416
        assert response.headers["Content-Range"] == f"bytes */{len(PNG)}"


def test_a_range_of_what_it_was_before():
    keep_file("/a.mp4", PNG, by=None)
    assert get("/a.mp4", range="bytes=0-9", if_range='"other"').status_code == 200


def test_the_same_again_and_other_bytes(uploads, django_capture_on_commit_callbacks):
    keep_file("/a.png", PNG, by=None)
    assert keep_file("/a.png", io.BytesIO(PNG), by=None)[1] == "unchanged"
    keep_file("/b.png", PNG, by=None)
    assert len(stored(uploads)) == 1
    with django_capture_on_commit_callbacks(execute=True):
        assert keep_file("/a.png", b"new", by=None)[1] == "updated"
    assert get("/a.png").body == b"new"
    assert get("/b.png").body == PNG
    with django_capture_on_commit_callbacks(execute=True):
        delete_file(File.objects.get(path="/b.png"), by=None)
    assert stored(uploads) == {sha256(b"new").hexdigest()}
    assert get("/b.png").status_code == 404


def test_one_that_is_too_large_is_refused_and_leaves_nothing(uploads, monkeypatch):
    monkeypatch.setattr(storage, "MAX_BYTES", 1_000_000)
    with pytest.raises(ValidationError, match="1 megabytes"):
        keep_file("/a.bin", io.BytesIO(b"x" * 1_000_001), by=None)
    assert not File.objects.exists()
    assert stored(uploads) == set()


def test_what_is_lost_on_the_disk_is_not_found_and_comes_again(uploads):
    file, _outcome = keep_file("/a.png", PNG, by=None)
    default_storage.delete(file.stored_as)
    assert get("/a.png").status_code == 404
    keep_file("/a.png", PNG, by=None)
    assert get("/a.png").body == PNG


def test_a_page_of_ours_and_a_redirect_go_first():
    keep_file("/old.html", b"old", by=None)
    Redirect.objects.create(path="/old.html", target="/en/")
    assert get("/old.html").status_code == 301


def test_no_redirect_hides_a_file():
    keep_file("/old.html", b"old", by=None)
    with pytest.raises(ValidationError):
        save_redirect("/old.html", target="/en/", by=None)


def test_nothing_can_be_sent_to_it():
    keep_file("/a.png", PNG, by=None)
    assert Client().post("/a.png").status_code == 404


def test_what_is_not_found_costs_no_query_more(django_assert_num_queries):
    make_post()
    get("/en/nothing/")
    with django_assert_num_queries(5):
        assert get("/en/nothing/").status_code == 404


def test_who_may_keep_and_delete():
    with pytest.raises(PermissionDenied):
        keep_file("/a.png", PNG, by=make_editor("one", "view_file"))
    file, _outcome = keep_file("/a.png", PNG, by=make_editor("two", "add_file"))
    with pytest.raises(PermissionDenied):
        delete_file(file, by=make_editor("three", "add_file"))


def test_what_a_trial_left_is_swept_up(uploads, time_machine):
    kept, _outcome = keep_file("/a.png", PNG, by=None)
    (uploads / "files" / ("0" * 64)).write_bytes(b"left")
    sweep_files(timestamp=0)
    assert len(stored(uploads)) == 2
    time_machine.move_to(timezone.now() + timedelta(days=2))
    sweep_files(timestamp=0)
    assert stored(uploads) == {kept.digest}


def test_the_desk_lists_and_deletes_them(client, uploads, django_capture_on_commit_callbacks):
    file, _outcome = keep_file("/img/logo.svg", b"<svg/>", by=None)
    client.force_login(make_editor())
    assert "/img/logo.svg" in client.get("/admin/publication/file/").text
    page = client.get(f"/admin/publication/file/{file.pk}/change/").text
    assert file.digest in page
    assert client.get("/admin/publication/file/add/").status_code == 403
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"/admin/publication/file/{file.pk}/delete/", {"post": "yes"})
    assert not File.objects.exists()
    assert stored(uploads) == set()
