class EmbeddedPostgresError(Exception):
    """The embedded PostgreSQL cannot be had. The message says why, and what to do."""
