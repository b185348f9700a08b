from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class PostsConfig(AppConfig):
    name = "posts"
    verbose_name = _("posts")

    def ready(self) -> None:
        """Have what is stored of posts for the search made where it is missing."""
        from .search.upkeep import build_after_migrations  # noqa: PLC0415 — it needs models

        post_migrate.connect(build_after_migrations, sender=self)
