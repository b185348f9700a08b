from django.apps import AppConfig

from posts.signals import post_changed


class FeedsConfig(AppConfig):
    name = "feeds"

    def ready(self) -> None:
        """Hear what posts tell."""
        from .websub.announce import announce  # noqa: PLC0415 — it needs models

        post_changed.connect(announce)
