from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class PostsConfig(AppConfig):
    name = "posts"
    verbose_name = _("posts")

    def ready(self) -> None:
        """Hear of what others change, and tell them which pictures readers see."""
        # ruff: disable[PLC0415] — they need models
        from images.public import register
        from images.signals import picture_changed

        from .pictures import PicturesOfPages, PicturesOfPosts, follow
        from .search.upkeep import build_after_migrations
        from .share.tasks import draw_later
        from .signals import post_changed

        # ruff: enable[PLC0415]
        post_changed.connect(draw_later)
        picture_changed.connect(follow)
        register(PicturesOfPosts())
        register(PicturesOfPages())
        post_migrate.connect(build_after_migrations, sender=self)
