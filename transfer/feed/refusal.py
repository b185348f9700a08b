class NotAFeedError(ValueError):
    """Bytes that are no feed, or not all of one. The message is one line, meant for an editor."""
