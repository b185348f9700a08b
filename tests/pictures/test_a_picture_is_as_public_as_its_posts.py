"""Readers are served a picture as long as a post or a Page that they may see shows it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from images.public import uses_of
from posts.actions import publish_post, save_post, withdraw_post
from publication.models import Page
from tests.factories import content, make_draft, make_post, make_publication
from tests.images.samples import make_picture

pytestmark = pytest.mark.django_db


def is_served(picture):
    return Client().head(picture.get_absolute_url()).status_code == 200


def shown(picture):
    return f'<p>a</p><p><img src="{picture.get_absolute_url()}" alt=""></p>'


def test_it_comes_with_its_post_and_goes_with_it():
    picture = make_picture()
    draft = make_draft(picture=picture.name)
    assert not is_served(picture)
    publish_post(draft, by=None)
    assert is_served(picture)
    withdraw_post(draft, by=None)
    assert not is_served(picture)
    publish_post(draft, by=None)
    assert is_served(picture)


def test_one_in_the_text_counts_until_the_text_no_longer_shows_it():
    picture = make_picture()
    post = make_post(slug="a", body=shown(picture))
    assert is_served(picture)
    assert [use.label for use in uses_of(picture.name)] == [post.title]
    save_post(post, content(slug="a"), by=None)
    assert not is_served(picture)
    assert uses_of(picture.name) == []


def test_a_date_in_the_future_hides_it():
    picture = make_picture()
    post = make_post(picture=picture.name)
    type(post).objects.filter(pk=post.pk).update(published_at=timezone.now() + timedelta(days=1))
    assert not is_served(picture)


def test_pages_show_theirs():
    picture = make_picture()
    Page.objects.create(
        publication=make_publication(), path="about", title="About", body=shown(picture)
    )
    assert is_served(picture)
    assert [use.label for use in uses_of(picture.name)] == ["About"]


def test_a_text_that_only_names_one_shows_nothing():
    picture = make_picture()
    make_post(body=f"<p>{picture.get_absolute_url()}</p>")
    assert not is_served(picture)
