import django.db.models.deletion
import django.db.models.manager
from django.db import migrations, models

# Django's own constraints see one row at a time. A synonym's term is held until the transaction
# ends, so that it cannot become a synonym meanwhile. 23514 is check_violation.
FORWARD = """
CREATE FUNCTION taxonomy_synonym_is_direct() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    is_direct boolean;
BEGIN
    IF NEW.merged_into_id IS NULL THEN
        RETURN NEW;
    END IF;
    EXECUTE format('SELECT merged_into_id IS NULL AND language = $1 FROM %I WHERE id = $2 FOR SHARE',
        TG_TABLE_NAME) INTO is_direct USING NEW.language, NEW.merged_into_id;
    IF NOT is_direct OR NEW.merged_into_id = NEW.id THEN
        RAISE EXCEPTION 'a synonym stands for a term of its language, and for no synonym: %', NEW.slug
            USING ERRCODE = '23514', CONSTRAINT = TG_TABLE_NAME || '_synonym_is_direct';
    END IF;
    EXECUTE format('SELECT NOT EXISTS (SELECT FROM %I WHERE merged_into_id = $1)', TG_TABLE_NAME)
        INTO is_direct USING NEW.id;
    IF NOT is_direct THEN
        RAISE EXCEPTION 'what has synonyms cannot become one: %', NEW.slug
            USING ERRCODE = '23514', CONSTRAINT = TG_TABLE_NAME || '_synonym_is_direct';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER taxonomy_synonym_is_direct BEFORE INSERT OR UPDATE OF merged_into_id, language
    ON taxonomy_tag FOR EACH ROW EXECUTE FUNCTION taxonomy_synonym_is_direct();
CREATE TRIGGER taxonomy_synonym_is_direct BEFORE INSERT OR UPDATE OF merged_into_id, language
    ON taxonomy_category FOR EACH ROW EXECUTE FUNCTION taxonomy_synonym_is_direct();
"""

BACKWARD = """
DROP TRIGGER taxonomy_synonym_is_direct ON taxonomy_tag;
DROP TRIGGER taxonomy_synonym_is_direct ON taxonomy_category;
DROP FUNCTION taxonomy_synonym_is_direct();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("taxonomy", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="KeptApart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("language", models.CharField(max_length=20)),
                ("first", models.CharField(max_length=200)),
                ("second", models.CharField(max_length=200)),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.AlterModelOptions(
            name="category",
            options={
                "default_manager_name": "every",
                "ordering": ["language", "position", "title"],
                "verbose_name": "category",
                "verbose_name_plural": "categories",
            },
        ),
        migrations.AlterModelOptions(
            name="tag",
            options={
                "default_manager_name": "every",
                "ordering": ["language", "title"],
                "verbose_name": "tag",
                "verbose_name_plural": "tags",
            },
        ),
        migrations.AlterModelManagers(
            name="category",
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.AlterModelManagers(
            name="tag",
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddField(
            model_name="category",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="synonyms",
                to="taxonomy.category",
                verbose_name="merged into",
            ),
        ),
        migrations.AddField(
            model_name="tag",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="synonyms",
                to="taxonomy.tag",
                verbose_name="merged into",
            ),
        ),
        migrations.AddConstraint(
            model_name="category",
            constraint=models.CheckConstraint(
                condition=models.Q(("merged_into", None), ("concept", ""), _connector="OR"),
                name="category_synonym_has_no_concept",
            ),
        ),
        migrations.AddConstraint(
            model_name="tag",
            constraint=models.CheckConstraint(
                condition=models.Q(("merged_into", None), ("concept", ""), _connector="OR"),
                name="tag_synonym_has_no_concept",
            ),
        ),
        migrations.AddConstraint(
            model_name="keptapart",
            constraint=models.UniqueConstraint(
                fields=("kind", "language", "first", "second"), name="kept_apart_once"
            ),
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
