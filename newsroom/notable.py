import logging


class NotableAnswers(logging.Filter):
    """Of what Django says of its answers lets pass faults and refusals, and nothing of 404s."""

    def filter(self, record: logging.LogRecord) -> bool:
        status = getattr(record, "status_code", 500)
        return status >= 500 or status in (400, 403)
