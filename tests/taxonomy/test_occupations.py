"""A broken file of occupations is refused with the file, the line and what would be right."""

from pathlib import Path

import pytest

from taxonomy.files import TaxonomyFileError
from taxonomy.occupations import load_occupations
from taxonomy.organisation import load_trades

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


def load(folder: Path, *texts: str) -> list[str]:
    (folder / "trades.toml").write_text(TRADES, encoding="utf-8")
    occupations = folder / "occupations"
    occupations.mkdir()
    for number, text in enumerate(texts):
        (occupations / f"file_{number}.toml").write_text(text, encoding="utf-8")
    return list(load_occupations(occupations, load_trades(folder / "trades.toml")))


def refusal(folder: Path, *texts: str) -> TaxonomyFileError:
    with pytest.raises(TaxonomyFileError) as caught:
        load(folder, *texts)
    return caught.value


def test_a_sound_file_is_read(tmp_path: Path) -> None:
    assert load(tmp_path, table("hjemmehjaelper")) == ["hjemmehjaelper"]


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"trade": '"pleje"'}, "trade 'pleje' is unknown"),
        ({"isco": '"53"'}, "isco '53' is not four digits"),
        ({"level": '"svend"'}, "level 'svend' is unknown"),
        ({"tasks": ""}, "lacks tasks"),
        ({"title": '"hjemmehjælp"'}, "unknown title"),
        ({"shifts": '"morgen"'}, "shifts morgen unknown"),
        ({"label": '" "'}, "needs a label"),
        ({"titles": "7"}, "titles must be text"),
        ({"can_fill": '{ vikar = "samme arbejde" }'}, "can_fill names no other occupation: 'vikar'"),
        ({"can_fill": '{ hjemmehjaelper = "sig selv" }'}, "can_fill names no other occupation"),
    ],
)
def test_a_broken_table_is_refused_with_file_and_line(tmp_path: Path, changed: dict[str, str], problem: str) -> None:
    broken = refusal(tmp_path, "# a comment\n\n" + table("hjemmehjaelper", **changed))
    assert (broken.file.name, broken.line) == ("file_0.toml", 3)
    assert problem in str(broken)


@pytest.mark.parametrize("titles", ['"hjemmeplejer"', '"Hjemme-plejer"', '"hjemme plejer"', '"hjemmehjælper"'])
def test_a_title_of_another_file_is_refused_however_it_is_written(tmp_path: Path, titles: str) -> None:
    other = table("social_hjaelper", label='"social hjælper"', titles=titles)
    broken = refusal(tmp_path, table("hjemmehjaelper"), "\n" + other)
    assert (broken.file.name, broken.line) == ("file_1.toml", 2)
    assert "belongs already to [hjemmehjaelper]" in str(broken)


def test_an_id_of_another_file_is_refused(tmp_path: Path) -> None:
    broken = refusal(tmp_path, table("hjemmehjaelper"), table("hjemmehjaelper"))
    assert (broken.file.name, broken.line) == ("file_1.toml", 1)
    assert "stands already in file_0.toml" in str(broken)


def test_an_id_with_danish_letters_is_refused(tmp_path: Path) -> None:
    assert "is no id" in str(refusal(tmp_path, table('"hjemmehjælper"')))


def test_text_that_is_no_toml_is_refused_with_file_and_line(tmp_path: Path) -> None:
    broken = refusal(tmp_path, table("hjemmehjaelper") + "\nlabel = hjemmehjælper\n")
    assert (broken.file.name, broken.line) == ("file_0.toml", len(KEYS) + 3)
