"""National files from official titles to ESCO."""

from __future__ import annotations

from pathlib import Path

import pytest

from taxonomy.importers.crosswalk import CrosswalkColumns, CrosswalkFileError, read_crosswalk

ONE, TWO = "http://data.europa.eu/esco/occupation/1", "http://data.europa.eu/esco/occupation/2"


def _write(folder: Path, *lines: str, encoding: str = "utf-8") -> Path:
    path = folder / "crosswalk.csv"
    path.write_bytes("\n".join(lines).encode(encoding))
    return path


def test_titles_codes_and_links_are_read_with_semicolons_and_a_byte_order_mark(tmp_path: Path) -> None:
    path = _write(tmp_path, "Titel;DISCO;ESCO", f"brødbager;751210;{ONE}", encoding="utf-8-sig")

    (official,) = read_crosswalk(path).titles

    assert (official.title, official.code, official.esco) == ("brødbager", "751210", (ONE,))


def test_one_title_may_be_linked_to_several_concepts_in_one_line_or_in_many(tmp_path: Path) -> None:
    path = _write(tmp_path, "titel,esco", f'bager,"{ONE} | {TWO}"', f"konditor,{ONE}")

    assert read_crosswalk(path).by_concept() == {ONE: ("bager", "konditor"), TWO: ("bager",)}


def test_the_columns_can_be_named(tmp_path: Path) -> None:
    path = _write(tmp_path, "A,B,C", f"bager,7512,{ONE}")

    (official,) = read_crosswalk(path, CrosswalkColumns("A", "C", "B")).titles

    assert (official.title, official.code) == ("bager", "7512")


def test_what_is_skipped_is_counted_with_its_line(tmp_path: Path) -> None:
    path = _write(tmp_path, "titel,esco", f"bager,{ONE}", f",{ONE}", "konditor,ingen", f"kok,{TWO}", f"tjener,{ONE},x")

    found = read_crosswalk(path, known={ONE})

    assert [official.title for official in found.titles] == ["bager"]
    assert [(line.line, line.reason) for line in found.skipped] == [
        (3, "mangler titel"),
        (4, "har intet gyldigt ESCO-link"),
        (5, "linker til en ukendt stilling"),
        (6, "har flere felter end overskriften"),
    ]


@pytest.mark.parametrize(("header", "lacking"), [("x,esco", "titlen"), ("titel,x", "ESCO-linket"), ("", "titlen")])
def test_a_file_without_the_columns_is_refused_with_the_known_names(tmp_path: Path, header: str, lacking: str) -> None:
    with pytest.raises(CrosswalkFileError, match=rf"crosswalk\.csv mangler en kolonne med {lacking}"):
        read_crosswalk(_write(tmp_path, header, "a,b"))


def test_another_encoding_and_a_missing_file_are_refused_in_danish(tmp_path: Path) -> None:
    latin = _write(tmp_path, "titel,esco", f"brødbager,{ONE}", encoding="latin-1")

    with pytest.raises(CrosswalkFileError, match="er ikke UTF-8"):
        read_crosswalk(latin)
    with pytest.raises(CrosswalkFileError, match="kan ikke åbnes"):
        read_crosswalk(tmp_path / "nothing.csv")


def test_a_quotation_mark_that_is_never_closed_is_refused_with_its_line(tmp_path: Path) -> None:
    path = _write(tmp_path, "titel,esco", f'"bager,{ONE}', f"kok,{TWO}")

    with pytest.raises(CrosswalkFileError, match=r"crosswalk\.csv, linje \d+"):
        read_crosswalk(path)
