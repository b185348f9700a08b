import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("posts", "0007_pictures")]

    operations = [
        migrations.CreateModel(
            name="DailyViews",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "post",
                        "day",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("day", models.DateField(db_index=True, verbose_name="day")),
                ("views", models.PositiveIntegerField(verbose_name="views")),
                (
                    "post",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daily_views",
                        to="posts.post",
                        verbose_name="post",
                    ),
                ),
            ],
            options={
                "verbose_name": "views of a day",
                "verbose_name_plural": "views by the day",
                "default_permissions": (),
            },
        ),
    ]
