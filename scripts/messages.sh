#!/bin/sh
# Collects what is to be translated into locale/*/LC_MESSAGES/django.po and compiles it to the .mo
# files, which are committed: a fresh machine needs no gettext. A new language: mkdir locale/fr.
set -eu
command -v msgfmt >/dev/null || {
    echo "Error: gettext is missing. On Debian and Ubuntu: apt install gettext" >&2
    exit 1
}
.venv/bin/python manage.py makemessages --all --no-location --no-wrap \
    --ignore '.venv/*' --ignore 'build/*' --ignore 'var/*' --ignore 'tests/*' --ignore 'node_modules/*'
.venv/bin/python manage.py compilemessages --ignore '.venv' --ignore 'build' --ignore 'var'
