"""What an editor is told of the remarks of `posts.checks`."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from posts.checks import Remark, run_checks
from posts.models import Post
from posts.workflow import Status

# As many as fit into a message; the form shows them all.
_SAID = 3


def remarks_on(post: Post) -> list[Remark]:
    """The remarks on a post as it is stored, whatever a refused form has made of it."""
    return run_checks(Post.objects.select_related("section", "publication").get(pk=post.pk))


def told_of(post: Post) -> str:
    """What to say when a post has gone out, or is about to; "" where there is nothing to say."""
    if post.status not in (Status.PUBLISHED, Status.SCHEDULED):
        return ""
    remarks = run_checks(post)
    if not remarks:
        return ""
    said = [_sentence(remark) for remark in remarks[:_SAID]]
    message = ngettext(
        "%(count)s remark for feed readers: %(list)s",
        "%(count)s remarks for feed readers: %(list)s",
        len(remarks),
    )
    more = " …" if len(remarks) > _SAID else ""
    return message % {"count": len(remarks), "list": " ".join(said) + more}


def _sentence(remark: Remark) -> str:
    if not remark.where:
        return remark.message
    return _("%(message)s (%(where)s)") % {"message": remark.message, "where": remark.where}
