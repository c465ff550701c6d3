"""Runs the command line as a user does, in this process."""

from __future__ import annotations

import json
from typing import Any

from click.testing import CliRunner, Result

from api.cli import main


def run(*arguments: str) -> Result:
    """What the command prints and how it ends."""
    return CliRunner().invoke(main, arguments)


def json_lines(*arguments: str) -> list[dict[str, Any]]:
    """What the command prints as JSON Lines; it must succeed."""
    done = run(*arguments)
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]
