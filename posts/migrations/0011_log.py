from django.db import migrations

# 23001 is restrict_violation: Django raises IntegrityError.
FORWARD = """
UPDATE posts_revision SET who = auth_user.username
    FROM auth_user WHERE auth_user.id = posts_revision.by_id;
DROP TRIGGER posts_revision_stays ON posts_revision;
CREATE OR REPLACE FUNCTION posts_revision_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        -- With a draft that nobody saw its history goes.
        IF NOT EXISTS (SELECT FROM posts_post WHERE id = OLD.post_id AND guid IS NOT NULL) THEN
            RETURN OLD;
        END IF;
    ELSIF (to_jsonb(NEW) - 'by_id') = (to_jsonb(OLD) - 'by_id') AND NEW.by_id IS NULL THEN
        -- Of an account that is deleted the name stays, in "who".
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'revision % is never changed', OLD.id
        USING ERRCODE = '23001', CONSTRAINT = 'revision_is_never_changed';
END
$$;
CREATE TRIGGER posts_revision_stays BEFORE DELETE OR UPDATE ON posts_revision
    FOR EACH ROW EXECUTE FUNCTION posts_revision_stays();
"""

BACKWARD = """
DROP TRIGGER posts_revision_stays ON posts_revision;
CREATE OR REPLACE FUNCTION posts_revision_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'revision % is never changed', OLD.id
        USING ERRCODE = '23001', CONSTRAINT = 'revision_is_never_changed';
END
$$;
CREATE TRIGGER posts_revision_stays BEFORE UPDATE OF number, action, status, snapshot, note, at
    ON posts_revision FOR EACH ROW EXECUTE FUNCTION posts_revision_stays();
"""


class Migration(migrations.Migration):
    """The log cannot be edited, nor can what it says of a published post be deleted."""

    dependencies = [
        ("posts", "0010_newer_draft"),
        migrations.swappable_dependency("auth.User"),
    ]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
