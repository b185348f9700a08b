"""Who we are, in each language: the Publication and the Pages that are not news."""

from .page import Page
from .publication import Publication

__all__ = ["Page", "Publication"]
