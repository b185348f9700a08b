"""Settings of Newsroom. Machines differ by environment variables only: see `.env.example`."""

from pathlib import Path
from typing import Any

import django_stubs_ext
from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _

from desk.editor.config import CONFIG as CKEDITOR_CONFIG
from newsroom import environment
from safeguards.policy import EMBED_HOSTS

# Lets `Feed[Post, None]` and the like be written where Django's class is no generic at run time.
django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = environment.var_folder()

DEBUG = environment.debug()
SECRET_KEY = environment.secret_key()
SITE_URL = environment.site_url()
ALLOWED_HOSTS = environment.allowed_hosts()
_HTTPS = SITE_URL.startswith("https://")

INSTALLED_APPS = [
    "newsroom.apps.NewsroomConfig",
    "transfer",
    "feeds",
    "posts",
    "taxonomy",
    "sources",
    "images",
    "publication",
    "edge",
    "ckeditor",
    "taggit",
    "procrastinate.contrib.django",
    "newsroom.apps.NewsroomAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.forms",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "edge.middleware.CompressionMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "publication.middleware.PublicationMiddleware",
    "posts.middleware.MissesMiddleware",
    "django.middleware.common.CommonMiddleware",
    # Inside: an old address is looked up before a slash is tried at its end.
    "posts.middleware.RedirectMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "desk.typed.NoNulMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "newsroom.context.reader",
            ],
        },
    },
]

# Widgets find their templates where pages do.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": environment.database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# Languages of the admin; a publication brings the locale of its pages itself.
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("zh-hans", _("Simplified Chinese"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "desk.editor.static_files.LeanAppDirectoriesFinder",
]
STATIC_ROOT = VAR / "static"
# What browsers ask for by themselves at the root: /favicon.ico.
WHITENOISE_ROOT = BASE_DIR / "static" / "root"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "newsroom.stylesheet.JoinedStaticFilesStorage"},
}
CKEDITOR_CONFIGS = {"default": CKEDITOR_CONFIG}
SILENCED_SYSTEM_CHECKS = [
    # CKEditor 4 is no longer maintained: docs/decisions/0001-ckeditor.md.
    "ckeditor.W001",
    # Other hosts of the same domain, and lists that browsers ship, are not ours to decide about.
    "security.W005",
    "security.W021",
    # Leading to https is the business of the proxy that has the certificate.
    "security.W008",
]

MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
PICTURE_MAX_BYTES = environment.picture_max_megabytes() * 1_000_000
PICTURE_MAX_PIXELS = environment.picture_max_megapixels() * 1_000_000

MAILERS = environment.email()
DEFAULT_FROM_EMAIL = SERVER_EMAIL = environment.email_sender()

# Everything that an operator must know goes to the standard error. Of what was asked for and is not
# there the access log tells.
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "[{asctime}] {levelname} {name}: {message}", "style": "{"}},
    "filters": {"notable": {"()": "newsroom.notable.NotableAnswers"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        # In the place of Django's own handlers, which send e-mail.
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.request": {"filters": ["notable"]},
        # Anybody can name a host that is not ours.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}

WEBSUB_HUBS = environment.websub_hubs()

BLOCKING_CHECKS = environment.blocking_checks()

ACCESS_LOG = environment.access_log()

# A job that is done leaves nothing: one runs every minute. What failed stays, to be looked at.
PROCRASTINATE_WORKER_DEFAULTS = {"delete_jobs": "successful"}

# Reader pages: one policy without nonces, so that caches can keep them.
SECURE_CSP: dict[str, list[str]] = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "https:", "data:"],
    "media-src": [CSP.SELF, "https:"],
    "frame-src": [f"https://{host}" for host in EMBED_HOSTS],
    "connect-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/admin/"
CSRF_TRUSTED_ORIGINS = [SITE_URL]
if environment.trust_proxy():
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    USE_X_FORWARDED_HOST = True
if _HTTPS:
    SECURE_HSTS_SECONDS = 31_536_000
