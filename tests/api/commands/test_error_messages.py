"""What stands in a command's way is one Danish sentence and an exit status, never a traceback."""

from __future__ import annotations

import gzip
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from api.terminal.files import NOTHING_DONE, STOPPED
from indexer.records.database import Database
from matcher.evaluation.collection import FOLDER
from tests.api.commands.command_line import run
from tests.indexer.samples import CV, ORDER, line
from tests.shared_vectors import data_folder


@pytest.fixture
def data(tmp_path: Path) -> list[str]:
    return ["--data", str(data_folder(tmp_path / "data"))]


@pytest.fixture
def cvs(tmp_path: Path) -> Path:
    file = tmp_path / "cvs.jsonl"
    file.write_bytes(line(CV))
    return file


def test_a_file_that_cannot_be_read_is_told_with_the_reason(tmp_path: Path, data: list[str]) -> None:
    for file, reason in ((tmp_path, "det er en mappe"), (tmp_path / "none", "den findes ikke")):
        done = run("import", "cvs", str(file), *data)
        assert (done.exit_code, done.stderr) == (NOTHING_DONE, f"Fejl: Filen {file} kan ikke læses: {reason}.\n")


def test_no_command_writes_over_what_it_reads(tmp_path: Path, cvs: Path, data: list[str]) -> None:
    orders, before = tmp_path / "orders.jsonl", cvs.read_bytes()
    orders.write_bytes(line(ORDER))
    again = tmp_path / "again.jsonl"  # the same file by another name
    again.symlink_to(orders)

    for arguments in (
        ("import", "cvs", str(cvs), "--refused", str(cvs)),
        ("route", "--orders", str(orders), "--out", str(again)),
        ("read", "--orders", str(orders), "--out", str(orders)),
        ("rank", "--orders", str(orders), "--cvs", str(cvs), "--out", str(cvs)),
        ("link", "--titles", str(orders), "--out", str(tmp_path / "new"), "--refused", str(orders)),
    ):
        done = run(*arguments, *data)
        assert (done.exit_code, "er den, der læses" in done.stderr) == (NOTHING_DONE, True)

    assert (cvs.read_bytes(), orders.read_bytes()) == (before, line(ORDER))


def test_an_order_of_the_record_and_one_of_a_file_are_not_asked_about_at_once(cvs: Path, data: list[str]) -> None:
    asked = run("rank", "A-1", "--cvs", str(cvs), *data)
    assert (asked.exit_code, "ikke begge dele" in asked.stderr) == (2, True)


@pytest.mark.parametrize("command", [("rank",), ("insight",), ("orders", "state"), ("audit", "cv")])
def test_a_word_in_another_encoding_is_told(command: tuple[str, ...], data: list[str]) -> None:
    asked = run(*command, "A\udcff", *data)
    assert (asked.exit_code, asked.stderr.splitlines()[-1]) == (
        2,
        "Fejl: Et ord i kommandoen er ikke UTF-8. Skriv det igen i en terminal med UTF-8.",
    )


def test_a_packed_file_is_told_with_how_to_unpack_it(tmp_path: Path, cvs: Path, data: list[str]) -> None:
    packed = tmp_path / "cvs.jsonl.gz"
    packed.write_bytes(gzip.compress(cvs.read_bytes()))
    done = run("import", "cvs", str(packed), *data)
    assert (done.exit_code, "gunzip -c" in done.stderr) == (NOTHING_DONE, True)


def test_a_place_for_refused_lines_that_cannot_be_written_is_told(tmp_path: Path, cvs: Path, data: list[str]) -> None:
    done = run("import", "cvs", str(cvs), "--refused", str(tmp_path / "no" / "such"), *data)
    assert (done.exit_code, "such kan ikke skrives: mappen findes ikke." in done.stderr) == (NOTHING_DONE, True)


def test_a_pipe_or_device_is_written_to_and_never_replaced(tmp_path: Path, data: list[str]) -> None:
    orders, pipe = tmp_path / "orders.jsonl", tmp_path / "pipe"
    orders.write_bytes(line(ORDER))
    os.mkfifo(pipe)
    read = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    done = run("read", "--orders", str(orders), "--out", str(pipe), *data)
    assert (done.exit_code, pipe.is_fifo()) == (0, True)
    assert json.loads(os.read(read, 10_000))["id"] == ORDER["id"]
    os.close(read)


@pytest.mark.parametrize("url", ["mysql://u:hemmelig@h/db", "postgresql://u:hemmelig@h:port/db", "://hemmelig"])
def test_an_address_of_no_database_is_refused_without_its_password(data: list[str], url: str) -> None:
    done = run("index", "status", "--database", url, *data)
    assert (done.exit_code, "hemmelig" in done.output) == (NOTHING_DONE, False)
    assert "postgresql://bruger@vaert/arkiv" in done.stderr


def test_a_record_that_is_no_record_is_told(tmp_path: Path) -> None:
    (tmp_path / "jobformidling.sqlite").write_bytes(b"noget helt andet" * 1000)
    for command in (["index", "status"], ["database", "status"], ["rank", "A-1"]):
        done = run(*command, "--data", str(tmp_path))
        assert (done.exit_code, "Filen er ikke et arkiv" in done.stderr) == (NOTHING_DONE, True), command


def test_a_data_folder_that_cannot_be_made_is_told(tmp_path: Path, cvs: Path) -> None:
    done = run("import", "cvs", str(cvs), "--data", str(cvs / "under"))
    assert (done.exit_code, "kan ikke laves" in done.stderr) == (NOTHING_DONE, True)


# What a shell starts in the background begins with Ctrl-C ignored, and so does all that it starts.
STOPPABLE = (
    "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "runpy.run_module('api', run_name='__main__')"
)


def test_an_import_that_is_stopped_says_what_stands_and_goes_on_next_time(tmp_path: Path, data: list[str]) -> None:
    reading, writing = os.pipe()
    command = [sys.executable, "-c", STOPPABLE, "import", "cvs", "-", "--no-index", *data]
    with subprocess.Popen(command, stdin=reading, stderr=subprocess.PIPE, text=True) as importing:
        os.close(reading)
        os.write(writing, line(CV))
        record = tmp_path / "data" / "jobformidling.sqlite"
        patience = time.monotonic() + 60
        while not record.exists() and time.monotonic() < patience:
            time.sleep(0.05)
        time.sleep(0.5)  # until it waits for the next line
        importing.send_signal(signal.SIGINT)
        try:
            _, said = importing.communicate(timeout=60)
        finally:
            os.close(writing)
            importing.kill()
    assert (importing.returncode, "kør den samme kommando igen" in said) == (STOPPED, True), said
    database = Database(str(record))
    with database.reading() as kept:
        assert kept.cvs.count() == 0  # the portion was not whole
    database.close()


@pytest.mark.long
def test_lines_on_standard_output_are_utf_8_whatever_the_terminal(tmp_path: Path, data: list[str]) -> None:
    order = json.loads((FOLDER / "orders_a.jsonl").read_text(encoding="utf-8").splitlines()[0])
    file = tmp_path / "order.jsonl"
    file.write_text(json.dumps({**order, "id": "Æ-1"}), encoding="utf-8")
    command = [sys.executable, "-m", "api", "read", "--orders", str(file), "--out", "-", *data]
    done = subprocess.run(command, capture_output=True, env={**os.environ, "PYTHONIOENCODING": "ascii"}, check=True)
    assert json.loads(done.stdout.decode("utf-8"))["id"] == "Æ-1"


def test_a_terminal_that_lacks_a_mark_shows_help_all_the_same() -> None:
    command = [sys.executable, "-m", "api", "--help"]
    done = subprocess.run(command, capture_output=True, env={**os.environ, "PYTHONIOENCODING": "latin-1"}, check=True)
    assert "[TILVALG] KOMMANDO ?\n" in done.stdout.decode("latin-1")
    assert "Kør hele opgaven" in done.stdout.decode("latin-1")


def test_asking_how_the_index_stands_builds_none(tmp_path: Path, cvs: Path, data: list[str]) -> None:
    assert run("import", "cvs", str(cvs), "--no-index", *data).exit_code == 0

    asked = run("index", "status", *data)

    assert (asked.exit_code, asked.stdout) == (NOTHING_DONE, "Arkiv: 1 CV'er, 0 jobordrer\n")
    assert "Der er intet indeks endnu. Kør: jobformidling index rebuild" in asked.stderr
    assert not (tmp_path / "data" / "index").exists()


def test_an_index_that_cannot_be_opened_is_repaired_by_building_it_anew(
    tmp_path: Path, cvs: Path, data: list[str]
) -> None:
    assert run("import", "cvs", str(cvs), *data).exit_code == 0
    (vectors,) = (tmp_path / "data" / "index").glob("*/cvs/vectors.f32")
    vectors.unlink()
    assert "index rebuild" in run("index", "check", *data).stderr

    repaired = run("index", "check", "--repair", *data)

    assert (repaired.exit_code, "bygges derfor forfra af arkivet" in repaired.stderr) == (0, True), repaired.output
    assert "stemmer" in run("index", "check", *data).output


def test_what_a_repair_leaves_as_it_is_is_not_called_mended(tmp_path: Path, cvs: Path, data: list[str]) -> None:
    assert run("import", "cvs", str(cvs), *data).exit_code == 0
    with closing(sqlite3.connect(tmp_path / "data" / "jobformidling.sqlite")) as record, record:
        record.execute("UPDATE cvs SET sequence = 0")  # as in a record of before: the index holds a newer one

    repaired = run("index", "check", "--repair", *data)

    assert repaired.exit_code == 1, repaired.output
    assert "foran arkivet 1" in repaired.stdout
    assert "Ikke alt kunne rettes" in repaired.stdout
    assert "rettet." not in repaired.stdout


def test_an_index_that_lags_is_not_said_to_equal_the_record(tmp_path: Path, cvs: Path, data: list[str]) -> None:
    assert run("import", "cvs", str(cvs), *data).exit_code == 0
    more = {**CV, "id": "C-later"}
    (tmp_path / "later.jsonl").write_bytes(line(more))
    assert run("import", "cvs", str(tmp_path / "later.jsonl"), "--no-index", *data).exit_code == 0

    assert "Det, der ikke venter i køen, stemmer." in run("index", "check", *data).stdout
    assert "Indeks og arkiv stemmer." in run("index", "check", "--repair", *data).stdout
