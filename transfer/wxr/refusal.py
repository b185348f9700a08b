class WxrError(Exception):
    """A file that is no export of WordPress, or a broken one. The message is one line."""
