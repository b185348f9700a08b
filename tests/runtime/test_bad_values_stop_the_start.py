from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from newsroom import environment

from . import processes

BAD = [
    ("PORT", "http", environment.port, "a number from 1 to 65535"),
    ("PORT", "0", environment.port, "a number from 1 to 65535"),
    ("PORT", "65536", environment.port, "a number from 1 to 65535"),
    ("DEMO", "maybe", environment.demo, "write 1 or 0"),
    ("DEBUG", "Flase", environment.debug, "write 1 or 0"),
    ("TRUST_PROXY", "10.0.0.1", environment.trust_proxy, "write 1 or 0"),
    ("SITE_URL", "news.example.org", environment.site_url, "such as https://news.example.org"),
    ("SITE_URL", "ftp://news.example.org", environment.site_url, "a scheme and a host"),
    ("SITE_URL", "https://news.example.org/daily", environment.site_url, "without a path"),
    ("SITE_URL", "https://me:pw@news.example.org", environment.site_url, "without a path"),
    ("SITE_URL", "https://news.example.org:port", environment.site_url, "is not an address"),
    ("SITE_URL", "https://新闻.example", environment.site_url, "xn--"),
    ("ALLOWED_HOSTS", "https://a.example", environment.allowed_hosts, "without scheme or port"),
    ("ALLOWED_HOSTS", "a.example:80", environment.allowed_hosts, "without scheme or port"),
    ("SECRET_KEY", "secret", environment.secret_key, "at least 50 random ones"),
    ("SECRET_KEY", "a" * 60, environment.secret_key, "at least 50 random ones"),
    ("EMAIL_URL", "mail.example.org", environment.email, "write smtp+tls://"),
    ("EMAIL_URL", "smtp://", environment.email, "write smtp+tls://"),
    ("DATABASE_URL", "sqlite:///db.sqlite3", environment.database, "Nothing but PostgreSQL"),
    ("DATABASE_URL", "postgresql://host/", environment.database, "postgresql://user:password@"),
    ("DATABASE_URL", "postgresql://host:x/n", environment.database, "is not an address"),
]


@pytest.mark.parametrize(("name", "value", "read", "wanted"), BAD)
def test_the_message_says_what_to_write(monkeypatch, name, value, read, wanted) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match=name) as caught:
        read()
    assert wanted in str(caught.value)


def test_passwords_stay_out_of_messages(monkeypatch) -> None:
    for name, read in (("DATABASE_URL", environment.database), ("EMAIL_URL", environment.email)):
        monkeypatch.setenv(name, "mysql://me:sesame@host:x/name")
        with pytest.raises(ImproperlyConfigured) as caught:
            read()
        assert "sesame" not in str(caught.value)


def test_https_without_mail_is_refused(monkeypatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://news.example.org")
    with pytest.raises(ImproperlyConfigured, match="EMAIL_URL must be set"):
        environment.email()


def test_a_command_says_it_in_one_line(var: Path) -> None:
    done = processes.manage(var, "check", DEBUG="perhaps")
    assert done.returncode == 1
    assert done.stderr == "Error: DEBUG is 'perhaps': write 1 or 0.\n"
