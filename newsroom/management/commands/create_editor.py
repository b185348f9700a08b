import secrets
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand

NAME = "editor"


class Command(BaseCommand):
    help = "Make the first account, with a generated password that is printed this once."

    def handle(self, *_arguments: Any, **_options: Any) -> None:
        users = get_user_model()
        if users.objects.exists():
            return
        password = secrets.token_urlsafe(12)
        users.objects.create_superuser(NAME, password=password)
        self.stdout.write(f"Editor's account for /admin/: {NAME}, password {password}")
