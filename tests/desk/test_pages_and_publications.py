import pytest

from publication.models import Page, Publication
from tests.desk.forms import send, typed
from tests.factories import make_publication

pytestmark = pytest.mark.django_db

ADD = "/admin/publication/page/add/"


def add_page(client, **values):
    filled = {"publication": "en", "path": "about", "title": "About", **values}
    return send(client, ADD, typed(client, ADD, "page_form", **filled))


def change_page(client, page, **values):
    address = f"/admin/publication/page/{page.pk}/change/"
    return send(client, address, {**typed(client, address, "page_form"), **values})


def test_a_page_is_cleaned_when_it_is_saved(desk):
    add_page(desk, body='<p onclick="x()">Us<script>alert(1)</script></p>')
    assert Page.objects.get().body == "<p>Us</p>"
    assert "Us" in desk.get("/en/about/").text


def test_a_page_is_cleaned_before_it_is_shown(desk):
    page = Page.objects.create(
        publication=Publication.objects.get(), path="about", title="About", body="<b onclick=x()>Us"
    )
    assert "onclick=x" not in desk.get(f"/admin/publication/page/{page.pk}/change/").text


def test_an_untouched_body_keeps_its_bytes(desk):
    add_page(desk)
    page = Page.objects.get()
    body = "<p>It&rsquo;s us<br /></p>"
    Page.objects.update(body=body)
    change_page(desk, page, title="Who", body="<p>It’s us<br>\r\n</p>\r\n")
    page.refresh_from_db()
    assert (page.title, page.body) == ("Who", body)


def test_a_path_is_for_ever(desk):
    add_page(desk)
    page = Page.objects.get()
    change_page(desk, page, path="other", publication="zh")
    page.refresh_from_db()
    assert (page.path, page.publication_id) == ("about", "en")


@pytest.mark.parametrize("path", ["posts", "tags/x", "a//b", "../x", "a b"])
def test_a_path_that_belongs_to_others_is_refused(desk, path):
    assert add_page(desk, path=path).errors
    assert not Page.objects.exists()


def test_a_publications_code_is_for_ever(desk):
    publication = make_publication()
    address = f"/admin/publication/publication/{publication.pk}/change/"
    data = typed(desk, address, "publication_form", code="fr", name="Renamed")
    send(desk, address, data)
    publication.refresh_from_db()
    assert (publication.code, publication.name) == ("en", "Renamed")
