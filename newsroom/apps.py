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
        """Leave out what is no editor's: django-taggit's own tags, the jobs of the worker."""
        super().ready()
        from .accounts import AccountAdmin  # noqa: PLC0415 — it needs models

        admin.site.unregister(apps.get_model("taggit", "Tag"))
        admin.site.unregister(apps.get_model("procrastinate", "ProcrastinateJob"))
        user = apps.get_model("auth", "User")
        admin.site.unregister(user)
        admin.site.register(user, AccountAdmin)
