from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from posts.signals import post_changed, post_handed_in, posts_changed


class FeedsConfig(AppConfig):
    name = "feeds"
    verbose_name = _("feeds")

    def ready(self) -> None:
        """Hear what posts tell, and look at them before readers do."""
        # ruff: disable[PLC0415] — they need models
        from edge.access_log.counters import register as register_counter
        from posts.checks import register

        from .health.counter import count_polls
        from .lint.checks import CODES, remarks_for_feeds
        from .lint.listen import check_links_in_time, check_links_later
        from .websub.announce import announce

        # ruff: enable[PLC0415]
        post_changed.connect(announce)
        posts_changed.connect(announce)
        post_changed.connect(check_links_later)
        post_handed_in.connect(check_links_in_time)
        register(remarks_for_feeds, *CODES)
        register_counter("Polls of feeds", count_polls)
