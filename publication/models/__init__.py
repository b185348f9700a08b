"""Who we are, in each language: the Publication, the Pages that are not news, and Files."""

from .file import File
from .page import Page
from .publication import Publication

__all__ = ["File", "Page", "Publication"]
