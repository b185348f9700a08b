from .daily_polls import DailyPolls
from .link_check import LinkCheck
from .log_position import LogPosition

__all__ = ["DailyPolls", "LinkCheck", "LogPosition"]
