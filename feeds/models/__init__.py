from .daily_polls import DailyPolls
from .link_check import LinkCheck

__all__ = ["DailyPolls", "LinkCheck"]
