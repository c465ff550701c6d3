"""JSON Lines: what is read and what is refused, line by line."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Iterator

import pytest

from indexer.intake import read_cv
from indexer.intake.cv import Cv
from indexer.intake.json_lines import JsonLines, RefusedLine
from indexer.intake.raw_lines import LINE_LIMIT
from tests.indexer.samples import CV, line


def read(content: bytes) -> tuple[list[Cv], list[RefusedLine]]:
    """The CVs and the refusals of a file."""
    refused: list[RefusedLine] = []
    return list(JsonLines(io.BytesIO(content), read_cv, refused.append)), refused


def test_a_bad_line_is_refused_by_number_and_the_good_ones_go_through() -> None:
    found, refused = read(line(CV, id="C-1") + line(CV, id="C-2", postcode="9") + line(CV, id="C-3"))

    assert [cv.id for cv in found] == ["C-1", "C-3"]
    assert [str(refusal) for refusal in refused] == [
        "linje 2: postcode: Postnummeret findes ikke. Skriv et dansk postnummer på fire cifre."
    ]


def test_every_problem_of_a_line_is_told_but_the_line_is_counted_once() -> None:
    lines = JsonLines(io.BytesIO(line(CV, postcode="9", headline="")), read_cv)

    assert list(lines) == []
    assert lines.progress.refused == 1


def test_a_byte_order_mark_blank_lines_and_carriage_returns_do_no_harm() -> None:
    content = b"\xef\xbb\xbf" + line(CV, id="C-1").replace(b"\n", b"\r\n") + b"\n   \n" + line(CV, id="C-2").strip()

    found, refused = read(content)

    assert ([cv.id for cv in found], refused) == (["C-1", "C-2"], [])


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (line(CV).decode().encode("latin-1"), "ikke UTF-8"),
        (line(CV).decode().encode("utf-16"), "ikke"),
        (b"{'id': 1}", "ikke gyldig JSON"),
        (b'{"id": "C-1"', "ikke gyldig JSON"),
        (line(CV).strip() + line(CV), "ikke gyldig JSON"),
        (b'{"max_commute_km": NaN}', "NaN er ikke et tal"),
        (b'{"max_commute_km": -Infinity}', "-Infinity er ikke et tal"),
        (b'{"id": "C-1", "id": "C-2"}', "to gange"),
        (b'{"contact": {"name": "", "name": ""}}', "to gange"),
        (b"[" * 200_000, "for stor"),
        (b'{"match_category": ' + b"9" * 5000 + b"}", "for stor"),
        (b'["C-1"]', "skal være et objekt"),
        (b"null", "skal være et objekt"),
    ],
)
def test_a_line_that_cannot_be_trusted_is_refused(content: bytes, told: str) -> None:
    found, refused = read(content)

    assert found == []
    assert told in refused[0].problem
    assert refused[0].number == 1


@pytest.mark.parametrize(
    ("content", "field"),
    [
        (b'{"id": "C-1", "max_commute_km": NaN, "skills": []}', "max_commute_km"),
        (b'{"experience": [{"title": "kok", "years": Infinity}]}', "years"),
        (b'{"skills": ["kok", [NaN]]}', "skills"),
        (b"NaN", ""),
        (b'{"max_commute_km": NaN', ""),
    ],
)
def test_what_is_no_number_is_refused_with_its_field(content: bytes, field: str) -> None:
    _, refused = read(content)

    assert [(refusal.field, "er ikke et tal" in refusal.problem) for refusal in refused] == [(field, True)]


def test_a_number_too_large_for_its_kind_is_refused_with_its_field() -> None:
    _, refused = read(line(CV).replace(b'"max_commute_km": 20', b'"max_commute_km": 1e999'))

    assert [refusal.field for refusal in refused] == ["max_commute_km"]


def test_an_id_that_comes_again_is_refused_with_the_line_it_first_stood_on() -> None:
    found, refused = read(line(CV, id="C-1") + b"\n" + line(CV, id="C-2") + line(CV, id="C-1", headline="Ny"))

    assert [cv.id for cv in found] == ["C-1", "C-2"]
    assert (refused[0].number, refused[0].field) == (4, "id")
    assert refused[0].problem == "Samme id står allerede på linje 1."


def test_a_refused_line_does_not_take_its_id() -> None:
    found, _ = read(line(CV, id="C-1", postcode="9") + line(CV, id="C-1"))

    assert [cv.id for cv in found] == ["C-1"]


def test_a_line_over_the_limit_is_skipped_and_the_next_one_read() -> None:
    found, refused = read(b'{"text": "' + b"x" * (3 * LINE_LIMIT) + b'"}\n' + line(CV))

    assert [cv.id for cv in found] == [CV["id"]]
    assert "over 1000000 byte" in refused[0].problem


def test_a_line_without_end_is_never_held_in_memory() -> None:
    class Endless(io.RawIOBase):
        """Fifty megabytes without a line break."""

        left = 50_000_000

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
            size = min(len(buffer), self.left)
            buffer[:size] = b"x" * size
            self.left -= size
            return size

    tracemalloc.start()
    try:
        refused: list[RefusedLine] = []
        assert list(JsonLines(io.BufferedReader(Endless()), read_cv, refused.append)) == []
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert [refusal.number for refusal in refused] == [1]
    assert peak < 8 * LINE_LIMIT


def test_an_iterable_of_lines_is_read_like_a_file() -> None:
    def lines() -> Iterator[bytes]:
        yield line(CV, id="C-1")
        yield b"x" * (LINE_LIMIT + 1)
        yield line(CV, id="C-2")

    found = JsonLines(lines(), read_cv)

    assert [cv.id for cv in found] == ["C-1", "C-2"]
    assert (found.progress.lines, found.progress.refused) == (3, 1)
