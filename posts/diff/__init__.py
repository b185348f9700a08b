"""What differs between two texts, to be read side by side."""

from .fields import FieldDiff, compare
from .rows import Kind, Row

__all__ = ["FieldDiff", "Kind", "Row", "compare"]
