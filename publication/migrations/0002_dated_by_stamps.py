from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("publication", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="publication",
            name="changed_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
    ]
