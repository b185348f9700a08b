"""A post in every state of the workflow, and everything that can be tried with it."""

from datetime import UTC, datetime

from posts.actions import (
    correct_post,
    create_post,
    delete_post,
    discard_draft,
    pin_post,
    publish_post,
    redraft_post,
    return_post,
    save_post,
    schedule_post,
    submit_post,
    withdraw_post,
)
from posts.content import PostContent
from posts.models import Post
from posts.working import working_content
from tests.factories import content, make_publication

FUTURE = datetime(2999, 1, 1, tzinfo=UTC)

# How a post comes to each state, after it was begun.
STATES = {
    "draft": [],
    "in review": ["submit"],
    "scheduled": ["schedule"],
    "published": ["publish"],
    "withdrawn": ["publish", "withdraw"],
    "newer draft": ["publish", "redraft"],
    "newer draft in review": ["publish", "redraft", "submit"],
    "newer draft scheduled": ["publish", "redraft", "schedule"],
}


def _written(post: Post) -> PostContent:
    stored = working_content(post)
    return content(slug=stored.slug, title=f"{stored.title}, rewritten")


ACTIONS = {
    "save": lambda post, by: save_post(post, _written(post), by=by),
    "redraft": lambda post, by: redraft_post(post, _written(post), by=by),
    "submit": lambda post, by: submit_post(post, by=by),
    "return": lambda post, by: return_post(post, by=by),
    "schedule": lambda post, by: schedule_post(post, FUTURE, by=by),
    "publish": lambda post, by: publish_post(post, by=by),
    "withdraw": lambda post, by: withdraw_post(post, by=by),
    "discard": lambda post, by: discard_draft(post, by=by),
    "correct": lambda post, by: correct_post(post, "It was wrong.", by=by),
    "pin": lambda post, by: pin_post(post, by=by),
    "delete": lambda post, by: delete_post(post, by=by),
}


def make_in(state: str, *, begun_by) -> Post:
    """A post in a state; the system brought it there, `begun_by` (or None) wrote it."""
    post = create_post(make_publication(), content(), by=None)
    Post.objects.filter(pk=post.pk).update(created_by=begun_by)
    post.refresh_from_db()
    for step in STATES[state]:
        ACTIONS[step](post, None)
    return Post.objects.get(pk=post.pk)


def seen_state(post: Post) -> tuple[object, ...]:
    """All that an action could have changed."""
    row = Post.objects.filter(pk=post.pk).values().first()
    draft = post.draft and (post.draft.stage, post.draft.publish_at, post.draft.revision_id)
    return row, draft, post.revisions.count(), post.corrections.count()
