"""What an editor is told of the remarks of `posts.checks`."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from posts.actions import tried
from posts.checks import Level, Remark, run_checks
from posts.models import Post
from posts.workflow import Status
from posts.working import working_content

# As many as fit into a message; the form shows them all.
_SAID = 3


def remarks_on(post: Post) -> list[Remark]:
    """The remarks on what is stored of a post, its newer draft if there is one.

    Whatever a refused form has made of it.
    """
    stored = Post.objects.select_related("section", "publication").get(pk=post.pk)
    if stored.draft is None:
        return run_checks(stored)
    try:
        with tried(stored, working_content(stored)) as shown:
            return run_checks(shown)
    except ValidationError as error:
        return [Remark(Level.BROKEN, "invalid", message) for message in error.messages]


def told_of(post: Post) -> str:
    """What to say when a post has gone out, or is about to; "" where there is nothing to say."""
    if post.status not in (Status.PUBLISHED, Status.SCHEDULED):
        return ""
    remarks = run_checks(post)
    if not remarks:
        return ""
    said = [_sentence(remark) for remark in remarks[:_SAID]]
    message = ngettext(
        "%(count)s remark: %(list)s",
        "%(count)s remarks: %(list)s",
        len(remarks),
    )
    more = " …" if len(remarks) > _SAID else ""
    return message % {"count": len(remarks), "list": " ".join(said) + more}


def _sentence(remark: Remark) -> str:
    if not remark.where:
        return remark.message
    return _("%(message)s (%(where)s)") % {"message": remark.message, "where": remark.where}
