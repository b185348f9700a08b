from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PostsConfig(AppConfig):
    name = "posts"
    verbose_name = _("posts")

    def ready(self) -> None:
        """Have share pictures drawn of what readers see."""
        # ruff: disable[PLC0415] — they need models
        from .share.tasks import draw_later
        from .signals import post_changed

        # ruff: enable[PLC0415]
        post_changed.connect(draw_later)
