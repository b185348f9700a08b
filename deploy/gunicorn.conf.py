"""gunicorn for this site, for `make run` and in a container (which adds `--bind 0.0.0.0:8000`)."""

from newsroom import access_log, environment

wsgi_app = "newsroom.wsgi:application"
bind = f"127.0.0.1:{environment.port()}"

# Two processes, so that one slow page does not hold up all others; threads wait for the database
# together. Each process keeps at most as many connections as it has threads.
workers = 2
worker_class = "gthread"
threads = 4
keepalive = 5
graceful_timeout = 10

# A restart now and then bounds what a leak in any library can take; not both at the same time.
max_requests = 20_000
max_requests_jitter = 5_000

# Whether X-Forwarded-* is believed is for Django's settings alone (TRUST_PROXY).
forwarded_allow_ips = ""

# A control socket in the user's home: nobody asks it, and two sites would share it.
control_socket_disable = True

# Polls of feeds, views of posts and what is not found are counted from it; the worker looks for it
# there, unless ACCESS_LOG names another.
access_log_format = access_log.FORMAT
logger_class = access_log.MissesLogger
logconfig_dict = access_log.logging_to(environment.var_folder() / "log" / "access.log")
