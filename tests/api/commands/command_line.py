"""Runs the command line as a user does, in this process."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
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


def written(path: Path, rows: Iterable[object]) -> str:
    """The path of the rows as JSON Lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return str(path)
