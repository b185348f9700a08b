#!/bin/sh
# The web server in a container: the port is opened to the outside by whoever runs the container.
set -eu
python manage.py collectstatic --noinput --verbosity 0
exec gunicorn --config deploy/gunicorn.conf.py --bind "0.0.0.0:${PORT:-8000}"
