"""Who may do what with a post in which state: the whole table, tried by the actions themselves."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from posts.models import Author, Authorship, Post
from tests.factories import make_editor, make_member

from .states import ACTIONS, STATES, make_in, seen_state

pytestmark = pytest.mark.django_db

# What is possible at all, and the right that it takes.
CHANGE, PUBLISH, DELETE, PIN = "change", "publish", "delete", "pin"
POSSIBLE = {
    "draft": {
        "save": CHANGE,
        "submit": CHANGE,
        "schedule": PUBLISH,
        "publish": PUBLISH,
        "delete": DELETE,
    },
    "in review": {
        "save": CHANGE,
        "return": CHANGE,
        "schedule": PUBLISH,
        "publish": PUBLISH,
        "delete": DELETE,
    },
    "scheduled": {
        "save": PUBLISH,
        "return": PUBLISH,
        "schedule": PUBLISH,
        "publish": PUBLISH,
        "delete": DELETE,
    },
    "published": {
        "save": PUBLISH,
        "redraft": CHANGE,
        "withdraw": PUBLISH,
        "correct": PUBLISH,
        "pin": PIN,
    },
    "withdrawn": {"save": PUBLISH, "redraft": CHANGE, "publish": PUBLISH, "correct": PUBLISH},
    "newer draft": {
        "save": PUBLISH,
        "redraft": CHANGE,
        "submit": CHANGE,
        "schedule": PUBLISH,
        "publish": PUBLISH,
        "withdraw": PUBLISH,
        "discard": CHANGE,
        "correct": PUBLISH,
        "pin": PIN,
    },
    "newer draft in review": {
        "save": PUBLISH,
        "redraft": CHANGE,
        "return": CHANGE,
        "schedule": PUBLISH,
        "publish": PUBLISH,
        "withdraw": PUBLISH,
        "discard": CHANGE,
        "correct": PUBLISH,
        "pin": PIN,
    },
    "newer draft scheduled": {
        "save": PUBLISH,
        "redraft": PUBLISH,
        "return": PUBLISH,
        "schedule": PUBLISH,
        "publish": PUBLISH,
        "withdraw": PUBLISH,
        "discard": PUBLISH,
        "correct": PUBLISH,
        "pin": PIN,
    },
}
# What each role may do with posts of its own, and with those of others.
RIGHTS = {
    ("Contributor", "own"): {CHANGE, DELETE},
    ("Contributor", "other"): set(),
    ("Author", "own"): {CHANGE, PUBLISH, DELETE},
    ("Author", "other"): set(),
    ("Editor", "own"): {CHANGE, PUBLISH, DELETE, PIN},
    ("Editor", "other"): {CHANGE, PUBLISH, DELETE, PIN},
    ("Administrator", "other"): {CHANGE, PUBLISH, DELETE, PIN},
    ("nobody", "own"): set(),
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(("role", "whose"), RIGHTS, ids="-".join)
def test_the_table_holds(role, whose, state):
    user = make_editor("nobody", "view_post") if role == "nobody" else make_member(role)
    rights = RIGHTS[role, whose]
    for action, act in ACTIONS.items():
        post = make_in(state, begun_by=user if whose == "own" else None)
        before = seen_state(post)
        needed = POSSIBLE[state].get(action)
        if needed in rights:
            act(post, user)
            continue
        with pytest.raises(PermissionDenied if needed else (PermissionDenied, ValidationError)):
            act(post, user)
        assert seen_state(Post.objects.get(pk=post.pk)) == before, action


def test_the_system_may_do_all_that_is_possible_and_no_more():
    for state in STATES:
        for action, act in ACTIONS.items():
            post = make_in(state, begun_by=None)
            if action in POSSIBLE[state]:
                act(post, None)
            else:
                with pytest.raises(ValidationError):
                    act(post, None)


def test_an_author_named_on_a_piece_may_do_what_its_writer_may(caplog):
    author = make_member("Author")
    post = make_in("draft", begun_by=None)
    with pytest.raises(PermissionDenied):
        ACTIONS["submit"](post, author)
    assert f"Refused: user {author.pk} (author) may not change post {post.pk}" in caplog.text
    _sign(post, author)
    ACTIONS["submit"](post, author)
    ACTIONS["publish"](post, author)
    assert Post.objects.get().status == "published"


def _sign(post, user):
    author = Author.objects.create(name="Ann Lee", slug="ann-lee", account=user)
    Authorship.objects.create(post=post, author=author)
