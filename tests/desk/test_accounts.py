"""Who manages accounts makes nobody, and not themselves, more than the groups do."""

import pytest
from django.contrib.auth.models import User

from tests.desk.conftest import signed_in
from tests.factories import make_editor, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(publication):
    return make_member("Administrator")


def page(user):
    return f"/admin/auth/user/{user.pk}/change/"


def test_an_administrator_cannot_become_a_superuser(administrator):
    client = signed_in(administrator)
    assert client.get(page(administrator)).status_code == 200
    client.post(
        page(administrator), {"username": "administrator", "is_superuser": "on", "is_staff": "on"}
    )
    administrator.refresh_from_db()
    assert not administrator.is_superuser
    assert administrator.user_permissions.count() == 0


@pytest.mark.parametrize("way", ["change", "password", "delete"])
def test_nor_touch_the_account_of_one(administrator, way):
    above = make_editor("chief")
    address = f"/admin/auth/user/{above.pk}/{way}/"
    data = {
        "username": "chief",
        "password1": "x9-harbour-7",
        "password2": "x9-harbour-7",
        "post": "yes",
    }
    assert signed_in(administrator).post(address, data).status_code == 403
    above.refresh_from_db()
    assert above.check_password("correct horse battery")
    assert above.is_superuser


def test_a_superuser_can(desk):
    other = User.objects.create_user("other", password="correct horse battery")
    assert 'name="is_superuser"' in desk.get(page(other)).text


def test_the_queue_of_the_worker_is_no_editors(desk):
    assert "rocrastinate" not in desk.get("/admin/").text
