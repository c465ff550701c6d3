"""A folder of taxonomy files is checked whole: every problem, each with its file and line."""

import shutil
from pathlib import Path

from taxonomy.checking import check_folder
from taxonomy.files import DATA
from tests.taxonomy.edited import replace


def test_the_bundled_files_are_sound() -> None:
    found = check_folder(DATA)
    assert (found.problems, found.borrowed) == ((), ())
    assert found.counts["occupations"] > 1000
    assert found.counts["requirements"] > 1200


def test_problems_of_several_files_are_told_at_once(folder: Path) -> None:
    replace(folder / "occupations" / "sosu.toml", 'trade = "sosu"', 'trade = "pleje"')
    replace(folder / "occupations" / "produktion.toml", 'level = "', 'level = "x')
    replace(folder / "departments.toml", 'trades = ["sosu"]', 'trades = "sosu"')
    replace(folder / "match_scales.toml", "valid_from = 2004-01-01", 'valid_from = "2004"')
    replace(folder / "requirements" / "certificates.toml", "krancertifikat:", ": ")
    replace(folder / "reading" / "cues.toml", "[", "[[[")
    problems = check_folder(folder).problems
    assert {problem.file.name for problem in problems} == {
        "sosu.toml",
        "produktion.toml",
        "departments.toml",
        "match_scales.toml",
        "certificates.toml",
        "cues.toml",
    }
    assert all(problem.line for problem in problems)


def test_a_title_that_means_an_unknown_occupation_is_told(folder: Path) -> None:
    replace(folder / "ambiguous_titles.toml", "kontorassistent:", "kontormus:")
    (problem,) = check_folder(folder).problems
    assert "kontormus" in str(problem)


def test_what_a_folder_lacks_is_taken_from_the_bundled_files(folder: Path) -> None:
    shutil.rmtree(folder / "requirements")
    (folder / "trades.toml").unlink()
    found = check_folder(folder)
    assert (found.problems, found.borrowed) == ((), ("trades.toml", "requirements"))


def test_a_demand_by_law_that_the_vocabulary_does_not_know_is_remarked(folder: Path) -> None:
    before = check_folder(folder).unread
    replace(
        folder / "occupations" / "lager_transport.toml", "certificate: ADR tank (", "certificate: tankbevis af 1970 ("
    )
    (new,) = set(check_folder(folder).unread) - set(before)
    assert new.startswith("tankbilchauffoer: certificate: tankbevis af 1970 (")


def test_a_file_that_is_no_utf_8_is_told_as_such(folder: Path) -> None:
    (folder / "occupations" / "sosu.toml").write_bytes('[x]\nlabel = "æ"'.encode("latin-1"))
    assert any("UTF-8" in str(problem) for problem in check_folder(folder).problems)
