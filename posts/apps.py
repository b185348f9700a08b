from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class PostsConfig(AppConfig):
    name = "posts"
    verbose_name = _("posts")

    def ready(self) -> None:
        """Hear of what others change, and tell them what only posts know."""
        # ruff: disable[PLC0415] — they need models
        from edge.access_log import counters
        from images import public
        from images.signals import picture_changed

        from .checks import register
        from .misses.counter import count_misses
        from .pictures import PicturesOfPages, PicturesOfPosts, follow
        from .publish_checks import CODES, publish_checks
        from .readership.counter import count_views
        from .search.upkeep import build_after_migrations
        from .share.tasks import draw_all_later, draw_later
        from .signals import post_changed, posts_changed

        # ruff: enable[PLC0415]
        register(publish_checks, *CODES)
        post_changed.connect(draw_later)
        posts_changed.connect(draw_all_later)
        picture_changed.connect(follow)
        public.register(PicturesOfPosts())
        public.register(PicturesOfPages())
        counters.register("Views of posts", count_views)
        counters.register("Pages not found", count_misses)
        post_migrate.connect(build_after_migrations, sender=self)
