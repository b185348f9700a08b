"""The verbs that change a post: atomic, permission-checked (`by=`), recorded.

`by=None` is the system: the worker, an importer, a command. Each verb raises
`django.core.exceptions.ValidationError` for content that cannot be stored and `PermissionDenied`
for a user who may not, and then changes nothing.
"""

from .author import save_author
from .correct import change_correction, correct_post, remove_correction
from .create import create_post
from .dates import KEPT, UNLIMITED, Limits, NewDate
from .delete import delete_post
from .imports import Origin, Outcome, import_post
from .merge_publishers import merge_publishers
from .merge_terms import merge_some, merge_terms
from .misses import heed_miss, ignore_miss
from .move import publish_post, return_post, schedule_post, submit_post, withdraw_post
from .pin import pin_post, turn_leads, unpin_post
from .preview import close_preview, open_preview
from .redirect_import import import_redirects
from .redirects import delete_redirect, save_redirect
from .redraft import discard_draft, redraft_post
from .rename_term import begin_rename, rename_term
from .restore import restore_revision
from .retag import Relabelling, retag_posts
from .save import save_post
from .take_in import import_posts
from .translate import begin_translation, keep_translation
from .trial import tried
from .versions import join_versions, part_version

__all__ = [
    "KEPT",
    "UNLIMITED",
    "Limits",
    "NewDate",
    "Origin",
    "Outcome",
    "Relabelling",
    "begin_rename",
    "begin_translation",
    "change_correction",
    "close_preview",
    "correct_post",
    "create_post",
    "delete_post",
    "delete_redirect",
    "discard_draft",
    "heed_miss",
    "ignore_miss",
    "import_post",
    "import_posts",
    "import_redirects",
    "join_versions",
    "keep_translation",
    "merge_publishers",
    "merge_some",
    "merge_terms",
    "open_preview",
    "part_version",
    "pin_post",
    "publish_post",
    "redraft_post",
    "remove_correction",
    "rename_term",
    "restore_revision",
    "retag_posts",
    "return_post",
    "save_author",
    "save_post",
    "save_redirect",
    "schedule_post",
    "submit_post",
    "tried",
    "turn_leads",
    "unpin_post",
    "withdraw_post",
]
