"""A broken file of occupations is refused with the file, the line and what would be right."""

import re
from pathlib import Path

import pytest

from taxonomy.files import TaxonomyFileError
from taxonomy.tables.occupations import gather_occupations, load_occupations
from taxonomy.tables.organisation import load_trades

TRADES = """
[sosu]
label = "SOSU-området"
english = "care and health support"
"""

KEYS = {
    "label": '"hjemmehjælper"',
    "english": '"home carer"',
    "isco": '"5322"',
    "trade": '"sosu"',
    "level": '"ufaglaert"',
    "titles": '"hjemmeplejer, hjemmeplejemedarbejder"',
    "english_titles": '""',
    "skills": '"omsorg, praktisk hjælp"',
    "tasks": '"gøre rent, give mad"',
    "demands": '""',
}


def table(name: str, **changed: str) -> str:
    lines = [f"{key} = {value}" for key, value in (KEYS | changed).items() if value]
    return "\n".join((f"[{name}]", *lines, ""))


def written(folder: Path, *texts: str) -> Path:
    (folder / "trades.toml").write_text(TRADES, encoding="utf-8")
    occupations = folder / "occupations"
    occupations.mkdir()
    for number, text in enumerate(texts):
        (occupations / f"file_{number}.toml").write_text(text, encoding="utf-8")
    return occupations


def load(folder: Path, *texts: str) -> list[str]:
    return list(load_occupations(written(folder, *texts), load_trades(folder / "trades.toml")))


def refusal(folder: Path, *texts: str) -> TaxonomyFileError:
    with pytest.raises(TaxonomyFileError) as caught:
        load(folder, *texts)
    return caught.value


def test_a_sound_file_is_read(tmp_path: Path) -> None:
    assert load(tmp_path, table("hjemmehjaelper")) == ["hjemmehjaelper"]


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"trade": '"pleje"'}, "trade 'pleje' er ukendt"),
        ({"isco": '"53"'}, "isco '53' er ikke fire cifre"),
        ({"level": '"svend"'}, "level 'svend' er ukendt"),
        ({"tasks": ""}, "mangler tasks"),
        ({"title": '"hjemmehjælp"'}, "ukendt title"),
        ({"shifts": '"morgen"'}, "shifts morgen er ukendt"),
        ({"label": '" "'}, "label er tom"),
        ({"demands": '"age: 18 (loven); age: 18 (loven)"'}, "demands nævner 'age: 18 (loven)' to gange"),
        ({"titles": "7"}, "titles skal være tekst"),
        ({"can_fill": '{ vikar = "samme arbejde" }'}, "can_fill nævner ingen anden stilling: 'vikar'"),
        ({"can_fill": '{ vikar = " " }'}, "can_fill skal skrives"),
        ({"can_fill": '"vikar"'}, "can_fill skal skrives"),
        ({"demands": '"børneattest"'}, "„slags: nøgle (kilde)“"),
        ({"demands": '"certificate: ADR"'}, "„slags: nøgle (kilde)“"),
        ({"can_fill": '{ hjemmehjaelper = "sig selv" }'}, "can_fill nævner ingen anden stilling"),
    ],
)
def test_a_broken_table_is_refused_with_file_and_line(tmp_path: Path, changed: dict[str, str], problem: str) -> None:
    text = "# a comment\n\n" + table("hjemmehjaelper", **changed)
    (key,) = changed
    line = next((row for row, said in enumerate(text.splitlines(), 1) if said.startswith(f"{key} =")), 3)
    broken = refusal(tmp_path, text)
    assert (broken.file.name, broken.line) == ("file_0.toml", line)
    assert problem in str(broken)


@pytest.mark.parametrize("titles", ['"hjemmeplejer"', '"Hjemme-plejer"', '"hjemme plejer"', '"hjemmehjælper"'])
def test_a_title_of_another_file_is_refused_however_it_is_written(tmp_path: Path, titles: str) -> None:
    other = table("social_hjaelper", label='"social hjælper"', titles=titles)
    broken = refusal(tmp_path, table("hjemmehjaelper"), "\n" + other)
    assert (broken.file.name, broken.line) == ("file_1.toml", 8)  # where its titles stand
    assert "hører allerede til [hjemmehjaelper]" in str(broken)


def test_an_id_of_another_file_is_refused(tmp_path: Path) -> None:
    broken = refusal(tmp_path, table("hjemmehjaelper"), table("hjemmehjaelper"))
    assert (broken.file.name, broken.line) == ("file_1.toml", 1)
    assert "står allerede i file_0.toml" in str(broken)


def test_an_id_with_danish_letters_is_refused(tmp_path: Path) -> None:
    assert "er ikke et id" in str(refusal(tmp_path, table('"hjemmehjælper"')))


def test_text_that_is_no_toml_is_refused_with_file_and_line(tmp_path: Path) -> None:
    broken = refusal(tmp_path, table("hjemmehjaelper") + "\nlabel = hjemmehjælper\n")
    assert (broken.file.name, broken.line) == ("file_0.toml", len(KEYS) + 3)


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ('label = "hjemmehjælper\n', "teksten mangler anførselstegnet"),
        ("label = hjemmehjælper\n", "værdien skal stå i anførselstegn"),
        ('label "hjemmehjælper"\n', "der mangler ="),
        ("[hjælper]\n", "navnet i [ ] må kun have a-z"),
        ("[hjemmehjaelper]\n", "[hjemmehjaelper] står to gange"),
        ('label = "a" "b"\n', "der står mere på linjen"),
        ('can_fill = { plejer = "a"\n', "er ikke gyldig TOML"),
    ],
)
def test_what_is_wrong_with_the_writing_is_said_in_danish(tmp_path: Path, broken: str, said: str) -> None:
    text = str(refusal(tmp_path, "[hjemmehjaelper]\n" + broken))
    assert said in text
    assert not re.search("Expected|Illegal|Invalid|Cannot|Unclosed", text)


def test_a_code_that_isco_does_not_have_is_refused(tmp_path: Path) -> None:
    broken = refusal(tmp_path, table("hjemmehjaelper", isco='"5399"'))
    assert (broken.line, "findes ikke i ISCO-08" in str(broken)) == (4, True)


def test_a_neighbour_in_a_file_that_cannot_be_read_is_not_to_blame(tmp_path: Path) -> None:
    sound = table("hjemmehjaelper", can_fill='{ hjaelper = "samme arbejde" }')
    folder = written(tmp_path, table("hjaelper", label='"hjælper'), sound)
    found = gather_occupations(folder, load_trades(tmp_path / "trades.toml"))
    assert [problem.file.name for problem in found.problems] == ["file_0.toml"]


def test_all_that_is_wrong_is_gathered_and_the_sound_occupations_stay(tmp_path: Path) -> None:
    broken = table("hjaelper", label='"hjælper"', titles='""', isco='"5"', can_fill='{ vikar = "samme" }')
    sound = table("hjemmehjaelper", can_fill='{ hjaelper = "samme arbejde" }')
    folder = written(tmp_path, broken + table("plejer", label='"plejer"', titles='"omsorgsfolk"', level='"x"'), sound)
    found = gather_occupations(folder, load_trades(tmp_path / "trades.toml"))
    assert list(found.occupations) == ["hjemmehjaelper"]
    assert [problem.line for problem in found.problems] == [4, 18]
