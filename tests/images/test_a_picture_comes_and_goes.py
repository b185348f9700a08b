"""Uploaded once, copied by the worker, deleted with its files, and only by those who may."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from images import public, storage
from images.actions import DuplicateError, delete_picture, save_picture
from images.models import Picture
from images.public import Use
from images.rendering import render_picture
from images.tasks import render
from tests.factories import make_editor
from tests.images.samples import make_picture

pytestmark = pytest.mark.django_db


def files(folder):
    return sorted(path.name for path in folder.glob("*")) if folder.exists() else []


@pytest.fixture
def shower(monkeypatch):
    """Something that holds every picture and shows none."""

    class Album:
        def shows(self, name):
            return False

        def uses(self, name):
            return [Use("An album", "/admin/")]

    monkeypatch.setattr(public, "_showers", [Album()])


def test_its_copies_are_no_wider_than_itself(uploads):
    picture = make_picture(width=1000, height=500)
    render(picture.pk)
    picture.refresh_from_db()
    assert picture.widths == [480, 960, 1000]
    assert files(uploads) == sorted([picture.file, *picture.copies])
    assert f"{picture.name}-480.avif" in files(uploads)


def test_the_same_file_is_no_second_picture(uploads):
    picture = make_picture()
    with pytest.raises(DuplicateError) as error:
        make_picture()
    assert error.value.picture == picture
    assert files(uploads) == [picture.file]


def test_what_goes_wrong_is_kept_and_raised():
    picture = make_picture()
    storage.remove(picture.file)
    with pytest.raises(FileNotFoundError):
        render_picture(picture)
    picture.refresh_from_db()
    assert picture.fault.startswith("FileNotFoundError")
    assert picture.widths == []


def test_a_picture_leaves_no_file(uploads, django_capture_on_commit_callbacks):
    picture = render_picture(make_picture())
    with django_capture_on_commit_callbacks(execute=True):
        delete_picture(picture, by=None)
    assert files(uploads) == []


def test_one_that_is_in_use_stays(uploads, shower):
    picture = make_picture()
    with pytest.raises(ValidationError, match="An album"):
        delete_picture(picture, by=None)
    assert Picture.objects.filter(pk=picture.pk).exists()
    assert files(uploads) == [picture.file]


def test_only_those_who_may():
    somebody = make_editor("somebody", "view_post")
    with pytest.raises(PermissionDenied):
        make_picture(by=somebody)
    picture = make_picture()
    for verb in (save_picture, delete_picture):
        with pytest.raises(PermissionDenied):
            verb(picture, by=somebody)


@pytest.mark.parametrize(
    "values",
    [{"alts": {}}, {"alts": {"en": "x"}, "is_decorative": True}, {"focus_x": 1.5}, {"width": 0}],
)
def test_the_database_keeps_no_bad_state(values):
    picture = make_picture()
    with pytest.raises(IntegrityError), transaction.atomic():
        Picture.objects.filter(pk=picture.pk).update(**values)
