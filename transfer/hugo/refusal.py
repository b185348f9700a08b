class HugoError(Exception):
    """A site that cannot be read, or no Hugo to read it with. The message is one line."""
