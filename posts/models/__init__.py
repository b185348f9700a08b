"""What is published: a Post with its authors, tags and citations, and what became of it."""

from .address import post_address
from .author import Author, Authorship
from .batch import Batch, Refusal
from .citation import Citation
from .correction import Correction
from .daily_views import DailyViews
from .filing import FiledPost, TaggedPost
from .lead import Lead
from .list_size import ListSize
from .missed_path import DailyMisses, MissedPath
from .newer_draft import NewerDraft
from .open_form import OpenForm
from .post import Post
from .preview_link import PreviewLink
from .provenance import Provenance
from .redirect import Redirect
from .revision import Revision
from .search_brief import SearchBrief
from .search_entry import SearchEntry
from .shown_picture import ShownPicture
from .translated import Translated
from .unsaved_text import UnsavedText

__all__ = [
    "Author",
    "Authorship",
    "Batch",
    "Citation",
    "Correction",
    "DailyMisses",
    "DailyViews",
    "FiledPost",
    "Lead",
    "ListSize",
    "MissedPath",
    "NewerDraft",
    "OpenForm",
    "Post",
    "PreviewLink",
    "Provenance",
    "Redirect",
    "Refusal",
    "Revision",
    "SearchBrief",
    "SearchEntry",
    "ShownPicture",
    "TaggedPost",
    "Translated",
    "UnsavedText",
    "post_address",
]
