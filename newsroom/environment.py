"""What the environment variables say, parsed strictly.

One function a variable, called by `settings.py`. An empty variable counts as unset. A bad value
raises `ImproperlyConfigured` with a sentence that says what to write instead. `.env.example` lists
them all.
"""

import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from . import embedded
from .secret_file import read_or_create
from .variables import NO, bad, bracketed, flag, split, text, whole

PROJECT = Path(__file__).resolve().parent.parent

LOOPBACK = ["localhost", "127.0.0.1", "[::1]"]

_HOST = re.compile(r"[a-z0-9]([a-z0-9_.-]*[a-z0-9])?|\[[0-9a-f:.]+\]")
_MAIL_SCHEMES: dict[str, dict[str, bool]] = {
    "smtp": {},
    "smtp+tls": {"use_tls": True},
    "smtps": {"use_ssl": True},
}

_MAIL_EXAMPLES = "smtp+tls://user:password@mail.example.org:587, smtps://…, smtp://… or console:"

# Connections are opened when first needed and shared by a process's threads: none for a command
# that asks nothing, at most one a thread in a web worker.
_POOL = {"min_size": 0, "max_size": 8, "timeout": 10}


def var_folder() -> Path:
    """`NEWSROOM_VAR`: the folder for everything the site writes, absolute, links resolved.

    A relative one is taken from the project, wherever a command is started.
    """
    return (PROJECT / Path(text("NEWSROOM_VAR") or "var").expanduser()).resolve()


def port() -> int:
    """`PORT`: where the web server listens on 127.0.0.1."""
    return whole("PORT", default=8000, most=65535)


def demo() -> bool:
    """`DEMO`: whether the first start loads the demo content."""
    return flag("DEMO", default=True)


def debug() -> bool:
    """`DEBUG`: Django's debug mode, for one's own machine only."""
    return flag("DEBUG", default=False)


def trust_proxy() -> bool:
    """`TRUST_PROXY`: whether `X-Forwarded-*`, which a proxy must set, is believed."""
    return flag("TRUST_PROXY", default=False)


def site_url() -> str:
    """`SITE_URL`: the site as readers see it: scheme, host, perhaps a port; no slash at the end."""
    value = text("SITE_URL") or f"http://127.0.0.1:{port()}"
    parts = split("SITE_URL", value, "https://news.example.org")
    host = bracketed(parts.hostname or "")
    if (
        parts.scheme not in {"http", "https"}
        or not _HOST.fullmatch(host)
        or parts.path not in {"", "/"}
        or parts.username is not None
        or parts.query
        or parts.fragment
    ):
        raise bad(
            "SITE_URL",
            value,
            "a scheme and a host without a path, such as https://news.example.org "
            "(a name in another script in its xn-- form)",
        )
    default = {"http": 80, "https": 443}[parts.scheme]
    suffix = "" if parts.port in {None, default} else f":{parts.port}"
    return f"{parts.scheme}://{host}{suffix}"


def allowed_hosts() -> list[str]:
    """`ALLOWED_HOSTS`: the host names that are answered, without ports."""
    value = text("ALLOWED_HOSTS")
    if not value:
        return list(dict.fromkeys([bracketed(urlsplit(site_url()).hostname or ""), *LOOPBACK]))
    hosts = [host.strip().lower() for host in value.split(",") if host.strip()]
    for host in hosts:
        if host != "*" and not _HOST.fullmatch(host.removeprefix(".")):
            raise bad(
                "ALLOWED_HOSTS",
                host,
                "host names between commas, without scheme or port, such as "
                "news.example.org,www.example.org",
            )
    return hosts


def probe_host() -> str:
    """A host name under which this machine's own health checks are answered."""
    name = allowed_hosts()[0].lstrip(".")
    return "127.0.0.1" if name == "*" else name


def secret_key() -> str:
    """`SECRET_KEY`, or the one that was generated once into `NEWSROOM_VAR/secret_key`."""
    value = text("SECRET_KEY")
    if not value:
        path = var_folder() / "secret_key"
        try:
            return read_or_create(path)
        except OSError as error:
            raise ImproperlyConfigured(
                f"The secret key cannot be kept in {path} ({error.strerror}): set NEWSROOM_VAR to "
                "a folder that this user may write to, or set SECRET_KEY."
            ) from error
    if len(value) < 50 or len(set(value)) < 5:
        # The value itself stays out of the message: messages end up in logs.
        raise ImproperlyConfigured(
            f"SECRET_KEY is weak ({len(value)} characters): write at least 50 random ones, such "
            "as `openssl rand -base64 48` prints, or leave it out and have one generated."
        )
    return value


def email() -> dict[str, dict[str, Any]]:
    """`EMAIL_URL` as Django's `MAILERS`; without one, mail is printed on the console."""
    value = text("EMAIL_URL")
    if not value and site_url().startswith("https:"):
        raise ImproperlyConfigured(
            f"EMAIL_URL must be set where SITE_URL is https, else no mail is sent: write "
            f"{_MAIL_EXAMPLES}."
        )
    if not value or value in {"console:", "console://"}:
        return {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}}
    parts = split("EMAIL_URL", value, _MAIL_EXAMPLES, secret=True)
    if parts.scheme not in _MAIL_SCHEMES or not parts.hostname or parts.path not in {"", "/"}:
        raise ImproperlyConfigured(f"EMAIL_URL is not understood: write {_MAIL_EXAMPLES}.")
    options: dict[str, Any] = {"host": parts.hostname, "timeout": 30, **_MAIL_SCHEMES[parts.scheme]}
    if parts.port:
        options["port"] = parts.port
    if parts.username:
        options["username"] = unquote(parts.username)
        options["password"] = unquote(parts.password or "")
    return {
        "default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}
    }


def email_sender() -> str:
    """The address mail comes from: `?from=` of `EMAIL_URL`, else `newsroom@` the site's host."""
    named = parse_qs(urlsplit(text("EMAIL_URL")).query).get("from")
    if named:
        return named[0]
    return f"newsroom@{urlsplit(site_url()).hostname}"


def websub_hubs() -> tuple[str, ...]:
    """`WEBSUB_HUBS`: the hubs that are told of every change to a feed, absolute addresses."""
    hubs = tuple(hub.strip() for hub in text("WEBSUB_HUBS").split(",") if hub.strip())
    for hub in hubs:
        parts = split("WEBSUB_HUBS", hub, "https://pubsubhubbub.appspot.com/")
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise bad("WEBSUB_HUBS", hub, "http(s) addresses between commas")
    return hubs


def blocking_checks() -> frozenset[str]:
    """`BLOCKING_CHECKS`: the codes of the remarks that keep a post from going out."""
    codes = frozenset(one.strip() for one in text("BLOCKING_CHECKS").split(",") if one.strip())
    for code in codes:
        if not re.fullmatch(r"[a-z]+(-[a-z]+)*", code):
            raise bad("BLOCKING_CHECKS", code, "codes between commas, like no-source,missing-alt")
    return codes


def picture_max_megabytes() -> int:
    """`PICTURE_MAX_MB`: how large an uploaded file may be, in megabytes."""
    return whole("PICTURE_MAX_MB", default=25, most=200)


def picture_max_megapixels() -> int:
    """`PICTURE_MAX_MEGAPIXELS`: its pixels; decoding takes 4 MB for each million."""
    return whole("PICTURE_MAX_MEGAPIXELS", default=60, most=170)


def access_log() -> Path | None:
    """`ACCESS_LOG`: what polls and views are counted from, or None where it says `off`.

    Unset, it is the web server's own; what a cache in front answers is in the cache's log alone.
    """
    value = text("ACCESS_LOG")
    if value.lower() in NO:
        return None
    if value and not Path(value).is_absolute():
        raise bad(
            "ACCESS_LOG", value, "an absolute path such as /var/log/varnish/access.log, or off"
        )
    return Path(value) if value else var_folder() / "log" / "access.log"


def database() -> dict[str, Any]:
    """`DATABASE_URL`, or the embedded PostgreSQL, as `DATABASES["default"]`. Starts nothing."""
    value = text("DATABASE_URL")
    settings: dict[str, Any]
    if not value:
        settings = embedded.connection_settings(var_folder())
    else:
        example = "postgresql://user:password@host:5432/name"
        parts = split("DATABASE_URL", value, example, secret=True)
        if parts.scheme not in {"postgres", "postgresql"} or len(parts.path) < 2:
            raise ImproperlyConfigured(
                f"DATABASE_URL is not understood: write {example}, or leave it out to use the "
                "embedded PostgreSQL. Nothing but PostgreSQL (15 or newer) will do."
            )
        settings = dict(dj_database_url.parse(value))
    # A pool keeps connections itself, and Django refuses CONN_MAX_AGE beside it.
    settings["CONN_MAX_AGE"] = 0
    # A connection that died with a restarted server is replaced rather than handed out.
    settings["CONN_HEALTH_CHECKS"] = True
    settings["OPTIONS"] = {**settings.get("OPTIONS", {}), "pool": dict(_POOL)}
    return settings
