"""Pictures that editors uploaded."""

from .picture import Picture

__all__ = ["Picture"]
