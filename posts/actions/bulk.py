"""What actions on many posts share: they hold, trace and record them in a few queries."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Max, Prefetch
from django.utils import timezone

from edge.stamps import touch
from posts.content import PostContent
from posts.keys import keys_of_all
from posts.models import (
    Authorship,
    FiledPost,
    NewerDraft,
    Post,
    Redirect,
    Revision,
    TaggedPost,
)
from posts.search.entries import index_posts
from posts.signals import posts_changed
from posts.snapshot import content_of

from .trace import UNSEEN, Trace

type Traces = dict[int, Trace]


def hold_posts(ids: Collection[int]) -> list[Post]:
    """Wait for other actions on posts, then read them anew, with all that a snapshot holds.

    As `lock` does, it holds their translations along. The caller holds a transaction.
    """
    wait_for_posts(ids)
    return read_posts(ids)


def wait_for_posts(ids: Collection[int]) -> None:
    """Wait for other actions on posts and their translations. The caller holds a transaction."""
    keys = Post.objects.filter(pk__in=ids).values("translation_key")
    group = Post.objects.filter(translation_key__in=keys).order_by("pk")
    list(group.select_for_update().values_list("pk"))


def read_posts(ids: Collection[int]) -> list[Post]:
    """Posts with all that a snapshot holds, in seven queries."""
    return list(
        Post.objects.filter(pk__in=ids)
        .select_related("section", "publication", "picture", "newer_draft__revision")
        .prefetch_related(
            Prefetch("tagged", TaggedPost.objects.select_related("tag")),
            Prefetch("filed", FiledPost.objects.select_related("category")),
            Prefetch("authorships", Authorship.objects.select_related("author")),
            "citations",
        )
        .order_by("pk")
    )


def traces(given: Iterable[Post]) -> Traces:
    """What readers can see of each post, as `trace` has it of one."""
    posts = list(given)
    public = [post for post in posts if post.was_public and post.published_at is not None]
    keys, now = keys_of_all(public), timezone.now()
    found = {post.pk: Trace(stage=post.stage) for post in posts}
    for post in public:
        shown = post.is_public(now)
        found[post.pk] = Trace(post.path, shown, keys[post.pk], post.stage)
    return found


def keep_addresses(posts: Iterable[Post], before: Traces) -> None:
    """Lead the addresses that posts had `before` to where they are now."""
    moved = {
        before[post.pk].path: post
        for post in posts
        if post.was_public and before[post.pk].path != post.path
    }
    if not moved:
        return
    Redirect.objects.filter(path__in=[post.path for post in moved.values()]).delete()
    Redirect.objects.bulk_create(
        [Redirect(path=path, post=post) for path, post in moved.items()],
        update_conflicts=True,
        unique_fields=["path"],
        update_fields=["post", "target"],
    )


@dataclass(frozen=True, slots=True)
class Done:
    """An action on many posts: what a Revision says of it."""

    action: str
    by: AbstractBaseUser | None
    # The same to a newer draft, which readers do not see yet.
    redraft: Callable[[PostContent], PostContent]
    note: str = ""


def record_posts(posts: Sequence[Post], done: Done, before: Traces) -> None:
    """Write the Revisions of posts as they are stored now, what they are found by, and stamps.

    `posts` were read anew. Others are told once it is committed, of all posts together.
    """
    log = Log(posts, done)
    Revision.objects.bulk_create(
        log.revision(post, content_of(post), came_from=before[post.pk].stage) for post in posts
    )
    drafts = []
    for post in posts:
        if (draft := post.draft) is not None:
            content = PostContent.from_json(draft.revision.snapshot)
            if (new := done.redraft(content)) != content:
                draft.revision = log.revision(post, new, came_from=draft.stage, is_draft=True)
                drafts.append(draft)
    if drafts:
        Revision.objects.bulk_create(draft.revision for draft in drafts)
        NewerDraft.objects.bulk_update(drafts, ["revision"])
    index_posts(posts)
    after = traces(posts)
    tell(posts, done.action, before, after)


class Log:
    """Makes the Revisions of an action on many posts."""

    def __init__(self, posts: Sequence[Post], done: Done) -> None:
        rows = Revision.objects.filter(post__in=posts).order_by().values_list("post")
        self.last: Counter[int] = Counter(dict(rows.annotate(Max("number"))))
        self.done = done

    def revision(
        self, post: Post, content: PostContent, *, came_from: str, is_draft: bool = False
    ) -> Revision:
        """The next one of a post, unsaved: of what readers get, or of its newer draft."""
        self.last[post.pk] += 1
        by = self.done.by
        return Revision(
            post=post,
            number=self.last[post.pk],
            action=self.done.action,
            status=post.status,
            stage=post.draft.stage if post.draft is not None else "",
            came_from=came_from,
            is_newer_draft=is_draft,
            snapshot=content.as_json(),
            note=self.done.note,
            by_id=by.pk if by else None,
            who=by.get_username() if by else "",
        )


def tell(posts: Sequence[Post], action: str, before: Traces, after: Traces) -> None:
    """Stamp what changed of posts for readers, and tell others of it once it is committed."""
    seen = [_Seen(post, before.get(post.pk, UNSEEN), after.get(post.pk, UNSEEN)) for post in posts]
    shown = [row for row in seen if row.keys]
    if not shown:
        return
    changed = [row.post.pk for row in shown]
    keys = frozenset[str]().union(*(row.keys for row in shown))
    moved = [row for row in shown if row.has_moved]
    if moved:
        # Their translations lead to them: their entries change along.
        others = Post.objects.published().exclude(pk__in=changed)
        siblings = others.filter(translation_key__in=[row.post.translation_key for row in moved])
        found = traces(siblings.select_related("publication", "section"))
        changed += found
        keys = keys.union(*(trace.keys for trace in found.values()))
    paths = frozenset(path for row in moved for path in (row.was.path, row.now.path) if path)
    touch(keys, partial(_date, changed))
    transaction.on_commit(
        partial(
            posts_changed.send,
            sender=Post,
            post_ids=changed,
            action=action,
            keys=keys,
            paths=paths,
        )
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    """What readers saw of a post, and what they see now."""

    post: Post
    was: Trace
    now: Trace

    @property
    def keys(self) -> frozenset[str]:
        return self.was.keys | self.now.keys

    @property
    def has_moved(self) -> bool:
        return (self.was.path, self.was.shown) != (self.now.path, self.now.shown)


def _date(posts: list[int], at: datetime) -> None:
    """As `record` does: feeds tell by it what is new since a stamp."""
    Post.objects.filter(pk__in=posts).update(modified_at=at)
