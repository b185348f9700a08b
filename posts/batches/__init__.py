"""Work on many posts: at once where they are few, else by the worker, step by step."""

from .kinds import KINDS, Kind
from .run import begin, prepare, run, unfinished

__all__ = ["KINDS", "Kind", "begin", "prepare", "run", "unfinished"]
