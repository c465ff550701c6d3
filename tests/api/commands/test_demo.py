"""`demo`, a newcomer's first command: the whole chain on the bundled data, and how to go on."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.commands.demo import PEOPLE, SHOWN, WIDTH
from tests.api.commands.command_line import run
from tests.shared_vectors import data_folder

PARTS = (
    "Som noteret:",
    "Kræves:",
    "Ønskes:",
    "Fordelt til:",
    "Personer:",
    *(f"\n  {place}. P-" for place in range(1, PEOPLE + 1)),
)


@pytest.mark.long
def test_an_order_of_each_trade_is_walked_through_the_chain(tmp_path: Path) -> None:
    done = run("demo", "--data", str(data_folder(tmp_path / "data")))

    assert done.exit_code == 0, done.output
    told = done.stdout.split("─" * WIDTH)
    assert "syntetiske" in told[0]
    assert sorted(part.split()[0] for part in told[1:]) == sorted(SHOWN)
    assert [(part.split()[0], name) for part in told[1:] for name in PARTS if name not in part] == []
    assert "jobformidling serve --data" in told[-1]
    assert max(map(len, done.stdout.splitlines()[:-1])) <= WIDTH  # the last names a folder as it is called
