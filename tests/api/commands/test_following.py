"""A program that only keeps the index in step, and what is said where SQLite has more than one."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from api.commands.serving import NOT_ALONE, warn_if_not_alone
from api.settings import read_settings
from api.wiring import Components
from indexer.records.database import Database
from tests.indexer.samples import cv
from tests.shared_vectors import data_folder

PATIENCE = 120.0


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return data_folder(tmp_path / "data")


@pytest.fixture
def follower(data: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "api", "index", "follow", "--data", str(data)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    yield process
    process.kill()
    process.communicate()


@pytest.mark.long
def test_the_index_follows_until_the_program_is_told_to_end(data: Path, follower: subprocess.Popen[str]) -> None:
    assert follower.stderr is not None
    assert "Holder indekset ajour" in follower.stderr.readline()
    with closing(Database(str(data / "jobformidling.sqlite"))) as database:
        with database.transaction("test") as record:
            record.cvs.put(cv())
        end = time.monotonic() + PATIENCE
        while not _has_features(database):
            assert time.monotonic() < end, "the CV was not indexed"
            time.sleep(0.1)

    follower.send_signal(signal.SIGTERM)

    assert follower.wait(PATIENCE) == 0


def test_a_second_server_on_one_sqlite_file_is_told_at_start(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = (Components(read_settings({"data": str(data)}, {})) for _ in range(2))
    with closing(first), closing(second):
        warn_if_not_alone(first)
        assert capsys.readouterr().err == ""

        warn_if_not_alone(second)

        assert NOT_ALONE in capsys.readouterr().err
    assert "PostgreSQL" in NOT_ALONE


def _has_features(database: Database) -> bool:
    with database.reading() as record:
        current = record.index_generations.current()
        return current is not None and len(record.cv_features.sequences(current.name)) == 1
