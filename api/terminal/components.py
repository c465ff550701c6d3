"""The components that a command works with, closed however the command ends."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from functools import wraps
from typing import Any, TypeVar

from api.settings import Settings
from api.terminal.options import with_settings
from api.wiring import Components

Command = TypeVar("Command", bound=Callable[..., object])


def with_components(command: Command) -> Command:
    """Give a command the options that every command takes, and the components wired by them as its first argument."""

    @wraps(command)
    def run(settings: Settings, **arguments: object) -> object:
        with closing(Components(settings)) as components:
            return command(components, **arguments)

    wrapped: Any = with_settings(run)
    return wrapped  # type: ignore[no-any-return]
