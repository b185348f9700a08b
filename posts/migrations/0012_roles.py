from typing import Any

from django.db import migrations

_SEEN = [
    "posts.view_post",
    "posts.view_author",
    "taxonomy.view_tag",
    "taxonomy.view_category",
    "sources.view_publisher",
    "images.view_picture",
    "publication.view_page",
    "publication.view_publication",
]
_WRITING = [
    "posts.add_post",
    "posts.change_own_post",
    "posts.delete_own_post",
    "images.add_picture",
]
_PUBLISHING = ("posts.publish_own_post",)
_EDITING = [
    "posts.change_post",
    "posts.publish_post",
    "posts.delete_post",
    "posts.add_author",
    "posts.change_author",
    "posts.delete_author",
    "posts.view_redirect",
    "posts.add_redirect",
    "posts.change_redirect",
    "posts.delete_redirect",
    "taxonomy.add_tag",
    "taxonomy.change_tag",
    "taxonomy.delete_tag",
    "taxonomy.add_category",
    "taxonomy.change_category",
    "taxonomy.delete_category",
    "sources.add_publisher",
    "sources.change_publisher",
    "sources.delete_publisher",
    "images.change_picture",
    "images.delete_picture",
    "publication.add_page",
    "publication.change_page",
    "publication.delete_page",
]
_RUNNING = [
    "publication.add_publication",
    "publication.change_publication",
    "auth.view_user",
    "auth.add_user",
    "auth.change_user",
    "auth.delete_user",
    "auth.view_group",
    "auth.add_group",
    "auth.change_group",
    "auth.delete_group",
]

ROLES = {
    "Contributor": [*_SEEN, *_WRITING],
    "Author": [*_SEEN, *_WRITING, *_PUBLISHING],
    "Editor": [*_SEEN, *_WRITING, *_PUBLISHING, *_EDITING],
    "Administrator": [*_SEEN, *_WRITING, *_PUBLISHING, *_EDITING, *_RUNNING],
}
_NAMES = {
    "change_own_post": "Can change their own posts",
    "publish_own_post": "Can publish, schedule and withdraw their own posts",
    "delete_own_post": "Can delete their own posts that were never published",
    "publish_post": "Can publish, schedule and withdraw posts",
}


def make_roles(apps: Any, _schema_editor: Any = None) -> None:
    """Make the groups that are not there yet, with what each may do.

    Django makes permissions after the last migration; those that are missing now are made here as
    it would make them.
    """
    for name, permissions in ROLES.items():
        group, is_new = apps.get_model("auth", "Group").objects.get_or_create(name=name)
        if is_new:
            group.permissions.set([_permission(apps, one) for one in permissions])


def _permission(apps: Any, name: str) -> Any:
    app, _dot, codename = name.partition(".")
    model = codename.rpartition("_")[2]
    kind, _created = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app, model=model
    )
    action = codename.partition("_")[0]
    verbose = apps.get_model(app, model)._meta.verbose_name_raw
    permission, _created = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind,
        codename=codename,
        defaults={"name": _NAMES.get(codename, f"Can {action} {verbose}")},
    )
    return permission


class Migration(migrations.Migration):
    """The roles of a newsroom, as groups. An administrator may change them; nothing resets them."""

    dependencies = [
        ("posts", "0011_log"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("images", "0001_initial"),
        ("publication", "0003_identity"),
        ("sources", "0001_initial"),
        ("taxonomy", "0001_initial"),
    ]

    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
