from django.db import migrations

# What was read once must not be counted again.
MOVE = """
INSERT INTO {to}_logposition (first_line, "offset", read_at)
SELECT first_line, "offset", read_at FROM {of}_logposition
ON CONFLICT (first_line) DO UPDATE
SET "offset" = greatest({to}_logposition."offset", excluded."offset")
"""


class Migration(migrations.Migration):
    dependencies = [("edge", "0003_log_position"), ("feeds", "0001_health")]

    operations = [
        migrations.RunSQL(MOVE.format(of="feeds", to="edge"), MOVE.format(of="edge", to="feeds")),
        migrations.DeleteModel(name="LogPosition"),
    ]
