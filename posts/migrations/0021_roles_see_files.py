from typing import Any

from django.db import migrations

# What each role may do with files, besides what it may already.
_GIVEN = {
    "Contributor": ["view_file"],
    "Author": ["view_file"],
    "Editor": ["view_file", "delete_file"],
    "Administrator": ["view_file", "delete_file"],
}


def give(apps: Any, _schema_editor: Any) -> None:
    """Let the roles that are there look at files, and those who edit delete them.

    Django makes permissions after the last migration; those that are missing are made here as it
    would make them.
    """
    permissions = apps.get_model("auth", "Permission").objects
    kind, _created = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="publication", model="file"
    )
    for name, given in _GIVEN.items():
        group = apps.get_model("auth", "Group").objects.filter(name=name).first()
        for codename in given if group is not None else ():
            action = codename.partition("_")[0]
            permission, _created = permissions.get_or_create(
                content_type=kind, codename=codename, defaults={"name": f"Can {action} file"}
            )
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("posts", "0020_provenance"),
        ("publication", "0004_files_and_imported_pages"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
