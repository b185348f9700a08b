from django.apps import AppConfig, apps
from django.contrib import admin
from django.contrib.admin.apps import AdminConfig


class NewsroomConfig(AppConfig):
    name = "newsroom"
    verbose_name = "Newsroom"


class NewsroomAdminConfig(AdminConfig):
    """Django's admin with our site: its name and its content security policies."""

    default_site = "newsroom.admin_site.NewsroomAdminSite"

    def ready(self) -> None:
        """Leave out django-taggit's own tags, which nothing here uses."""
        super().ready()
        admin.site.unregister(apps.get_model("taggit", "Tag"))
