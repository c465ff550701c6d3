"""What users start past one machine: every setting is known, every command is there, nothing is open to the world."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from api.app import ROUTERS
from api.cli import main
from api.settings import PREFIX, Settings, read_settings
from tests.architecture.product import ROOT
from tests.services.opensearch_install import VERSION

OURS = ("tables", "api", "worker")
READ_BY_THE_DRIVER = {"PGPASSWORD"}  # by PostgreSQL's own library


class Asked(Mapping[str, str]):
    """An environment that remembers what it was asked for."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def __getitem__(self, name: str) -> str:
        self.names.add(name)
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


@pytest.fixture(scope="module")
def composed() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def image() -> list[tuple[str, str]]:
    lines = (ROOT / "Containerfile").read_text(encoding="utf-8").splitlines()
    return [(word, rest) for word, _, rest in (line.partition(" ") for line in lines if line and line[0] != "#")]


def known_names() -> set[str]:
    asked = Asked()
    read_settings({}, asked)
    return asked.names


def test_every_environment_variable_is_one_that_the_settings_know(
    composed: dict[str, Any], image: list[tuple[str, str]]
) -> None:
    set_there = {name for one in OURS for name in composed["services"][one]["environment"]}
    set_there |= {rest.partition("=")[0] for word, rest in image if word == "ENV"}

    set_for_us = set_there - READ_BY_THE_DRIVER
    assert set_for_us
    assert all(name.startswith(PREFIX) for name in set_for_us)
    assert set_for_us <= known_names()


def test_every_setting_is_told() -> None:
    told = (ROOT / "DEPLOYMENT.md").read_text(encoding="utf-8")
    ends = {name: [name[at:] for at, sign in enumerate(name) if sign == "_"] for name in known_names()}

    assert [name for name in ends if not any(f"`{end}`" in told for end in (name, *ends[name]))] == []


def test_the_settings_are_those_of_postgresql_and_three_nodes(composed: dict[str, Any]) -> None:
    for one in OURS:
        settings: Settings = read_settings({}, composed["services"][one]["environment"])
        assert settings.database.startswith("postgresql://")
        assert settings.engine == "opensearch"
        assert (settings.opensearch.url or "").count(",") == 2


@pytest.mark.parametrize("service", OURS)
def test_every_command_is_one_of_the_command_line(composed: dict[str, Any], service: str) -> None:
    shown = CliRunner().invoke(main, [*composed["services"][service]["command"], "--help"])

    assert shown.exit_code == 0, shown.output


def test_the_versions_are_those_that_were_tested(composed: dict[str, Any]) -> None:
    nodes = [one for name, one in composed["services"].items() if name.startswith("opensearch-")]

    assert {one["image"].partition(":")[2] for one in nodes} == {VERSION}
    assert len(nodes) == 3


def test_a_password_with_any_letter_works_since_it_stands_in_no_address(composed: dict[str, Any]) -> None:
    for one in OURS:
        environment = composed["services"][one]["environment"]
        assert [name for name, value in environment.items() if "POSTGRES_PASSWORD" in value] == ["PGPASSWORD"]


def test_our_image_is_built_and_never_fetched_from_elsewhere(composed: dict[str, Any]) -> None:
    for one in OURS:
        assert composed["services"][one]["pull_policy"] == "build"


def test_every_image_of_others_is_of_a_named_version(composed: dict[str, Any], image: list[tuple[str, str]]) -> None:
    theirs = [one["image"] for one in composed["services"].values() if "build" not in one]

    for name in (*theirs, dict(image)["FROM"]):
        assert name.partition(":")[2][:1].isdigit(), name


def test_nothing_listens_beyond_the_loopback(composed: dict[str, Any]) -> None:
    ports = [port for one in composed["services"].values() for port in one.get("ports", [])]

    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_every_address_is_one_of_those_that_a_proxy_is_told_whom_to_let_pass_to() -> None:
    told = (ROOT / "DEPLOYMENT.md").read_text(encoding="utf-8").partition("\n## ")[0]
    named = {word for word in re.findall(r"`(/[\w./\-]+)`", told) if word != "/"}
    addresses = {
        address for router in ROUTERS for route in router.routes if (address := getattr(route, "path", "/")) != "/"
    }

    assert len(addresses) > 40
    assert sorted(one for one in addresses if not one.startswith(tuple(named))) == []


def test_what_services_wait_for_and_keep_their_data_in_is_declared(composed: dict[str, Any]) -> None:
    services = composed["services"]
    waited_for = {name: how for one in services.values() for name, how in one.get("depends_on", {}).items()}
    kept_in = {place.partition(":")[0] for one in services.values() for place in one["volumes"]}

    assert kept_in == set(composed["volumes"])
    for name, how in waited_for.items():
        assert ("healthcheck" in services[name]) == (how["condition"] == "service_healthy")


def test_the_image_takes_in_what_the_project_is_made_of(image: list[tuple[str, str]]) -> None:
    copied = [source for word, rest in image if word == "COPY" for source in rest.split()[:-1]]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packages = {name.removesuffix("*") for name in project["tool"]["setuptools"]["packages"]["find"]["include"]}

    assert all((ROOT / source).exists() for source in copied)
    assert packages | {"pyproject.toml", "constraints.txt", "README.md"} == set(copied)
    assert dict(image)["ENTRYPOINT"] == '["jobformidling"]'
    assert "jobformidling" in project["project"]["scripts"]


@pytest.mark.parametrize("name", [".containerignore", ".dockerignore"])
def test_no_data_of_the_machine_gets_into_the_image(image: list[tuple[str, str]], name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").split()
    copied = {source for word, rest in image if word == "COPY" for source in rest.split()[:-1]}

    assert lines[0] == "*"
    assert {line[1:] for line in lines if line.startswith("!")} == copied
