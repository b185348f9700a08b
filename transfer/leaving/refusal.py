class LeavingError(Exception):
    """What cannot be written. The message is one line."""
