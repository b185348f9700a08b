import re
from pathlib import Path

import yaml
from django.core.management import get_commands

from newsroom import environment

from .processes import PROJECT

COMPOSE = yaml.safe_load((PROJECT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]


def words() -> list[list[str]]:
    """Every command that the compose file and the Dockerfile name."""
    found = [service["command"] for service in SERVICES.values() if "command" in service]
    tests = (service.get("healthcheck", {}).get("test", ["NONE"]) for service in SERVICES.values())
    found += [test[1:] for test in tests if test[0] == "CMD"]
    for line in (PROJECT / "Dockerfile").read_text().splitlines():
        if match := re.search(r"CMD (\[.*\])", line):
            found.append(yaml.safe_load(match[1]))
    return found


def test_every_command_exists() -> None:
    commands = words()
    assert len(commands) >= 5
    for program, script, *arguments in commands:
        assert program in {"python", "sh"}
        assert (PROJECT / script).is_file()
        if script == "manage.py":
            assert arguments[0] in get_commands()


def test_the_database_is_one_we_support_and_keeps_its_data() -> None:
    database = SERVICES["database"]
    assert database["image"] == "postgres:18"
    assert database["volumes"] == ["database:/var/lib/postgresql"]
    assert "database" in COMPOSE["volumes"]


def test_the_site_waits_for_its_tables_and_is_opened_to_this_machine_alone() -> None:
    for name in ("web", "worker"):
        condition = SERVICES[name]["depends_on"]["migrate"]["condition"]
        assert condition == "service_completed_successfully"
        assert SERVICES[name]["environment"]["DATABASE_URL"].startswith("postgresql://")
    assert all(port.startswith("127.0.0.1:") for port in SERVICES["web"]["ports"])


def test_no_secret_is_in_a_file() -> None:
    for name in ("SECRET_KEY", "POSTGRES_PASSWORD"):
        assert f"${{{name}:?" in (PROJECT / "docker-compose.yml").read_text()
        assert re.search(rf"^{name}=$", (PROJECT / ".env.example").read_text(), re.M)


def test_the_image_is_not_root() -> None:
    lines = (PROJECT / "Dockerfile").read_text().splitlines()
    assert lines.index("USER newsroom") < lines.index('CMD ["sh", "deploy/web.sh"]')


def test_every_setting_is_listed() -> None:
    listed = set(re.findall(r"^([A-Z_]+)=", (PROJECT / ".env.example").read_text(), re.M))
    source = Path(environment.__file__).read_text()
    read = set(re.findall(r'_(?:text|flag)\("([A-Z_]+)"', source))
    asked = set(re.findall(r"\$\{([A-Z_]+)", (PROJECT / "docker-compose.yml").read_text()))
    assert read | asked <= listed
