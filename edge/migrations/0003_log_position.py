from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("edge", "0002_stamps_know_when_they_began")]

    operations = [
        migrations.CreateModel(
            name="LogPosition",
            fields=[
                ("first_line", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("offset", models.PositiveBigIntegerField(default=0)),
                ("read_at", models.DateTimeField(auto_now=True)),
            ],
            options={"default_permissions": ()},
        ),
    ]
