from django.db import migrations, models

# The clock goes on from the newest stamp.
FILL = """
INSERT INTO edge_stamp (key, changed_at)
SELECT 'clock', max(changed_at) FROM edge_stamp HAVING count(*) > 0
ON CONFLICT (key) DO NOTHING;
UPDATE edge_stamp SET first_at = changed_at;
"""


class Migration(migrations.Migration):
    dependencies = [("edge", "0001_initial")]

    operations = [
        migrations.AddField("stamp", "first_at", models.DateTimeField(null=True)),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AlterField("stamp", "first_at", models.DateTimeField()),
    ]
