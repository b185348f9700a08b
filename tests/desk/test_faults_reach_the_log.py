"""The log tells an operator of a fault and of a refusal, and of nothing that is only missing."""

import logging
from io import StringIO

import pytest
from django.conf import settings
from django.utils.log import configure_logging

from tests.desk.conftest import signed_in
from tests.desk.forms import edit
from tests.factories import make_member, make_post

pytestmark = pytest.mark.django_db


@pytest.fixture
def log(monkeypatch):
    """What a site writes: the settings' own handlers, with another stream."""
    out = StringIO()
    config = settings.LOGGING
    console = {**config["handlers"]["console"], "stream": out}
    configure_logging("logging.config.dictConfig", {**config, "handlers": {"console": console}})
    yield out
    configure_logging("logging.config.dictConfig", config)
    assert logging.getLogger("django").propagate


def test_a_fault_with_its_traceback(desk, log, monkeypatch):
    def broken(*_args):
        raise ZeroDivisionError("in the middle")

    monkeypatch.setattr("posts.admin.form_view.translations_shown", broken)
    desk.raise_request_exception = False
    assert desk.get(edit(make_post())).status_code == 500
    assert "Internal Server Error: /admin/posts/post/" in log.getvalue()
    assert "ZeroDivisionError: in the middle" in log.getvalue()


def test_a_refusal_and_nothing_of_what_is_missing(publication, log):
    post = make_post()
    client = signed_in(make_member("Contributor"))
    assert client.get(f"/admin/posts/post/{post.pk}/delete/").status_code == 403
    assert f"Forbidden (Permission denied): /admin/posts/post/{post.pk}/delete/" in log.getvalue()
    client.get("/en/nothing/")
    assert "nothing" not in log.getvalue()
