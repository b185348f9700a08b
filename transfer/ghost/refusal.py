class GhostError(Exception):
    """A file that is no export of Ghost, or a broken one. The message is one line."""
