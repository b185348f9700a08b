from django.db import migrations

# Django's own constraints see one row at one time; these two rules are about what a row was before.
# 23001 is restrict_violation: Django raises IntegrityError.
FORWARD = """
CREATE FUNCTION posts_post_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.guid IS NOT NULL THEN
            RAISE EXCEPTION 'post % was published: it is withdrawn, never deleted', OLD.id
                USING ERRCODE = '23001', CONSTRAINT = 'post_once_public_stays';
        END IF;
        RETURN OLD;
    END IF;
    IF OLD.guid IS NOT NULL AND NEW.guid IS DISTINCT FROM OLD.guid THEN
        RAISE EXCEPTION 'the guid of post % is for ever', OLD.id
            USING ERRCODE = '23001', CONSTRAINT = 'post_guid_is_for_ever';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER posts_post_stays BEFORE DELETE OR UPDATE OF guid ON posts_post
    FOR EACH ROW EXECUTE FUNCTION posts_post_stays();
CREATE FUNCTION posts_revision_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'revision % is never changed', OLD.id
        USING ERRCODE = '23001', CONSTRAINT = 'revision_is_never_changed';
END
$$;
CREATE TRIGGER posts_revision_stays BEFORE UPDATE OF number, action, status, snapshot, note, at
    ON posts_revision FOR EACH ROW EXECUTE FUNCTION posts_revision_stays();
"""

BACKWARD = """
DROP TRIGGER posts_revision_stays ON posts_revision;
DROP FUNCTION posts_revision_stays();
DROP TRIGGER posts_post_stays ON posts_post;
DROP FUNCTION posts_post_stays();
"""


class Migration(migrations.Migration):
    """What was published is never deleted, and a guid and a revision never change."""

    dependencies = [("posts", "0001_initial")]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
