"""The README's story of three orders, made by running its commands: `python -m tests.readme.story`."""

from __future__ import annotations

import re
import shlex
import tempfile
from pathlib import Path

from click.testing import CliRunner

from api.cli import main
from tests.conftest import VECTORS

README = Path(__file__).parents[2] / "README.md"
WIDTH = 104  # of a line of rank's output, which goes on with parts and reasons
BLOCK = re.compile(r"```\n\$ jobformidling (?P<command>[^\n]*)\n(?P<output>.*?)```", re.DOTALL)
CUT = f" | cut -c1-{WIDTH}"


def commands(text: str) -> list[list[str]]:
    """The words of every command that the story shows with its output."""
    return [shlex.split(block["command"].removesuffix(CUT)) for block in BLOCK.finditer(text)]


def told_anew(text: str, data: Path) -> str:
    """The README with what its commands print now, on the record in the folder."""
    return BLOCK.sub(
        lambda block: f"```\n$ jobformidling {block['command']}\n{_printed(block['command'], data)}```", text
    )


def _printed(command: str, data: Path) -> str:
    run = CliRunner().invoke(main, [*shlex.split(command.removesuffix(CUT)), "--data", str(data)])
    if run.exit_code:
        raise RuntimeError(run.output)
    wide = WIDTH if command.endswith(CUT) else None
    return "".join(f"{line.rstrip()[:wide]}\n" for line in run.stdout.strip().splitlines())


def renew() -> None:
    """Run the demo, then the story's commands, and write the README."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        (data / "vectors.sqlite").write_bytes((VECTORS / "vectors.sqlite").read_bytes())
        CliRunner().invoke(main, ["demo", "--data", str(data)])
        README.write_text(told_anew(README.read_text(encoding="utf-8"), data), encoding="utf-8")


if __name__ == "__main__":
    renew()
