import os
from pathlib import Path

import pytest

from newsroom import environment


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch) -> None:
    for name in ("DATABASE_URL", "NEWSROOM_VAR", "TRUST_PROXY"):
        monkeypatch.delenv(name, raising=False)


def test_defaults() -> None:
    assert environment.var_folder() == environment.PROJECT / "var"
    assert environment.port() == 8000
    assert environment.demo()
    assert not environment.debug()
    assert not environment.trust_proxy()
    assert environment.site_url() == "http://127.0.0.1:8000"
    assert environment.allowed_hosts() == ["127.0.0.1", "localhost", "[::1]"]


def test_a_relative_folder_is_in_the_project(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NEWSROOM_VAR", "var/other")
    monkeypatch.chdir(tmp_path)
    assert environment.var_folder() == environment.PROJECT / "var" / "other"


@pytest.mark.parametrize("name", ["PORT", "DEMO", "SITE_URL", "NEWSROOM_VAR"])
def test_an_empty_variable_counts_as_unset(monkeypatch, name: str) -> None:
    monkeypatch.setenv(name, " ")
    test_defaults()


@pytest.mark.parametrize("value", ["1", "true", "True", "yes", "on"])
def test_yes(monkeypatch, value: str) -> None:
    monkeypatch.setenv("DEBUG", value)
    assert environment.debug()


@pytest.mark.parametrize("value", ["0", "false", "False", "no", "off"])
def test_no(monkeypatch, value: str) -> None:
    monkeypatch.setenv("DEMO", value)
    assert not environment.demo()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("https://News.Example.org/", "https://news.example.org"),
        ("https://news.example.org:443", "https://news.example.org"),
        ("http://news.example.org:8080", "http://news.example.org:8080"),
        ("http://[::1]:8000", "http://[::1]:8000"),
        ("https://xn--efvz93e.example", "https://xn--efvz93e.example"),
    ],
)
def test_site_url_has_one_form(monkeypatch, value: str, expected: str) -> None:
    monkeypatch.setenv("SITE_URL", value)
    assert environment.site_url() == expected


def test_the_port_is_in_the_address_of_the_site(monkeypatch) -> None:
    monkeypatch.setenv("PORT", "8001")
    assert environment.site_url() == "http://127.0.0.1:8001"


def test_the_sites_host_is_allowed(monkeypatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://news.example.org")
    assert environment.allowed_hosts()[0] == "news.example.org"
    monkeypatch.setenv("ALLOWED_HOSTS", "a.example, .b.example")
    assert environment.allowed_hosts() == ["a.example", ".b.example"]
    assert environment.probe_host() == "a.example"


def test_mail(monkeypatch) -> None:
    assert environment.email()["default"]["BACKEND"].endswith("console.EmailBackend")
    monkeypatch.setenv("EMAIL_URL", "smtp+tls://me%40a:p%2Fw@mail.example:587?from=n@example.org")
    options = environment.email()["default"]["OPTIONS"]
    assert (options["host"], options["port"]) == ("mail.example", 587)
    assert (options["username"], options["password"]) == ("me@a", "p/w")
    assert options["use_tls"]
    assert environment.email_sender() == "n@example.org"


def test_the_embedded_database_is_the_default(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NEWSROOM_VAR", str(tmp_path))
    settings = environment.database()
    assert settings["ENGINE"] == "newsroom.embedded.postgresql"
    assert settings["NEWSROOM_VAR"] == str(tmp_path)
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_another_database(monkeypatch, scheme: str) -> None:
    monkeypatch.setenv("DATABASE_URL", f"{scheme}://me:p%40w@db:5433/name?sslmode=require")
    settings = environment.database()
    assert settings["ENGINE"] == "django.db.backends.postgresql"
    assert (settings["HOST"], settings["PORT"], settings["NAME"]) == ("db", 5433, "name")
    assert (settings["USER"], settings["PASSWORD"]) == ("me", "p@w")
    assert settings["OPTIONS"]["sslmode"] == "require"
    assert settings["CONN_MAX_AGE"] == 0
