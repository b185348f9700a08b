from tests.polling.conftest import form, poll, polls

__all__ = ["form", "poll", "polls"]
