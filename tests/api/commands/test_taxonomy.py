"""`taxonomy` from outside: looking, searching, checking, comparing, and official files."""

from __future__ import annotations

import json
import shutil
from functools import partial
from pathlib import Path

import pytest

from api.terminal.esco import read_kept_esco
from api.terminal.files import NothingDoneError
from taxonomy.files import DATA
from tests.api.commands import command_line
from tests.shared_vectors import data_folder

run = partial(command_line.run, "taxonomy")

HEADER = "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(DATA, tmp_path / "taxonomy")


@pytest.fixture
def esco(tmp_path: Path) -> Path:
    folder = tmp_path / "esco"
    folder.mkdir()
    rows = ["Occupation,http://x/1,5120,kok,køkkenchef,released", "Occupation,http://x/2,12,tjener,,released"]
    (folder / "occupations_da.csv").write_text("\n".join([HEADER, *rows]), encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", ["show", "search", "check", "diff", "import-esco"])
def test_every_command_teaches_itself_with_an_example(name: str) -> None:
    shown = run(name, "--help")
    assert shown.exit_code == 0
    assert f"jobformidling taxonomy {name}" in shown.output


@pytest.mark.parametrize(
    "asked", [["social_og_sundhedsassistent"], ["SSA"], ["social-", "og", "sundhedsassistenter"], ["enrolled nurse"]]
)
def test_an_occupation_is_shown_by_id_and_by_any_title(asked: list[str]) -> None:
    shown = run("show", *asked)
    assert shown.exit_code == 0
    for said in (
        "social and health care assistant",
        "ISCO-08: 5321",
        "SOSU-området",
        "uddannelse: faglært",
        "autorisation: social- og sundhedsassistent (autorisationsloven)",
        "→ social- og sundhedshjælper: ",
        "← sygeplejerske: ",
        "Vagter",
    ):
        assert said in shown.output


def test_a_title_that_means_several_things_is_shown_with_what_settles_it() -> None:
    shown = run("show", "assistent")
    assert "betyder flere ting" in shown.output
    assert "butiksassistent" in shown.output
    assert "læses ingen stilling" in shown.output
    assert "„lærer“ betyder flere ting" in run("show", "Laerer").output
    assert "Siger ordene intet: lastbilchauffør." in run("show", "Chauffør").output
    assert "chauffør *" in run("show", "lastbilchauffoer").output


def test_a_requirement_is_shown_with_its_wordings_and_what_it_covers() -> None:
    shown = run("show", "C/E").output
    assert shown.startswith("C/E · kørekort")
    assert "B, B/E, C, C1, C1/E" in shown
    assert "truckcertifikat B" in run("show", "truckcertifikat A").output.partition("Dækkes af")[2]
    assert run("show", "regneark").output.startswith("Excel · kompetence")
    both = run("show", "detailuddannelse").output  # as a title too: who offers the training says no more
    assert both.startswith("butiksassistent")
    assert "\n\ndetailuddannelse · uddannelse · faglært" in both
    assert run("show", "social worker").output.startswith("socialrådgiver · engelsk")  # a training's wording too


def test_an_unknown_title_is_refused_with_the_nearest_ones() -> None:
    shown = run("show", "sygeplejerskr")
    assert (shown.exit_code, "Mente du: sygeplejerske" in shown.stderr) == (2, True)
    assert run("show", "xqzxqz").exit_code == 2


def test_a_search_tells_the_title_the_occupation_and_how_it_was_found() -> None:
    shown = run("search", "lagremedarb")
    assert [line.split()[0] for line in shown.output.splitlines()] == ["titel", "lagermedarbejder"]
    assert "næsten sådan" in shown.output
    assert len(run("search", "chauf", "--top", "3").output.splitlines()) == 4
    assert run("search", "xqzxqz").exit_code == 2


def test_check_names_file_and_line_of_every_problem(folder: Path) -> None:
    assert "ingen fejl" in run("check").output
    path = folder / "occupations" / "lager_transport.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('isco = "4321"', 'isco = "432"', 2), encoding="utf-8")
    checked = run("check", "--folder", str(folder))
    assert checked.exit_code == 1
    assert (
        "occupations/lager_transport.toml, linje 14: [lagermedarbejder] isco '432' er ikke fire cifre" in checked.output
    )
    assert "2 fejl" in checked.output
    assert run("check", "--folder", str(folder / "reading")).exit_code == 2


def test_diff_tells_what_changed_and_ends_with_one_where_an_id_is_gone_or_reused(folder: Path) -> None:
    assert "Stillingerne er ens." in run("diff", str(folder)).output
    path = folder / "occupations" / "sosu.toml"
    text = path.read_text(encoding="utf-8")
    new = text[text.index("[") :].partition("\n\n")[0]
    name = new[1 : new.index("]")]
    path.write_text(text.replace(f"[{name}]", "[nyt_id]", 1), encoding="utf-8")
    for other in (folder / "occupations").glob("*.toml"):
        other.write_text(other.read_text(encoding="utf-8").replace(f" {name} = ", " nyt_id = "), encoding="utf-8")
    found = run("diff", "own", str(folder))
    assert found.exit_code == 1
    assert f"  {name}: " in found.output
    assert "dens titler står nu under nyt_id" in found.output
    assert "Nye stillinger" in found.output
    assert run("diff", str(folder), str(folder / "none")).exit_code == 2


def test_official_files_are_checked_and_kept_only_when_asked(esco: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    dry = run("import-esco", str(esco), "--data", str(data))
    assert (dry.exit_code, "Intet er gemt" in dry.output, data.exists()) == (0, True, False)
    assert "linje 3, har ingen firecifret iscoGroup" in dry.stderr
    crosswalk = tmp_path / "disco.csv"
    crosswalk.write_text("titel,esco-link\nGastronom,http://x/1\n", encoding="utf-8")
    assert run("import-esco", str(esco), "--crosswalk", str(crosswalk), "--save", "--data", str(data)).exit_code == 0
    assert [(kept.uri, kept.isco, kept.danish) for kept in read_kept_esco(data)] == [
        ("http://x/1", "5120", ("kok", "køkkenchef", "Gastronom"))
    ]
    (data / "esco.jsonl").write_text("{}\n", encoding="utf-8")
    with pytest.raises(NothingDoneError, match="Indlæs igen"):
        read_kept_esco(data)


def test_linking_to_what_was_never_imported_says_how_to_import_it(tmp_path: Path) -> None:
    titles = tmp_path / "titles.jsonl"
    titles.write_text('{"id": "1", "title": "kok"}\n', encoding="utf-8")
    link = ["link", "--titles", str(titles), "--taxonomy", "esco", "--out", "-", "--data", str(tmp_path / "data")]
    done = command_line.run(*link)
    assert (done.exit_code, "import-esco MAPPE --save" in done.stderr) == (2, True)
    missing = run("import-esco", str(tmp_path / "none"))
    assert (missing.exit_code, "occupations_da.csv" in missing.stderr) == (2, True)


@pytest.mark.long
def test_skills_are_linked_to_esco_s_own_skill_files(tmp_path: Path) -> None:
    (tmp_path / "skills_da.csv").write_text(
        "conceptType,conceptUri,preferredLabel,altLabels\n"
        "KnowledgeSkillCompetence,s1,køre gaffeltruck,betjene truck\n"
        "KnowledgeSkillCompetence,s2,bage brød,\n",
        encoding="utf-8",
    )
    titles = tmp_path / "kompetencer.jsonl"
    titles.write_text('{"id": "1", "title": "betjening af truck"}\n', encoding="utf-8")
    link = ["link", "--titles", str(titles), "--out", "-", "--data", str(data_folder(tmp_path / "data"))]

    linked = command_line.run(*link, "--taxonomy", f"esco-skills:{tmp_path}")
    nowhere = command_line.run(*link, "--taxonomy", "esco-skills")

    assert json.loads(linked.stdout)["links"][0] | {"score": 0} == {
        "uri": "s1",
        "label": "køre gaffeltruck",
        "isco": "",
        "score": 0,
    }
    assert "esco-skills:MAPPE" in nowhere.stderr


@pytest.mark.long
def test_titles_are_ranked_by_nearness_out_of_a_list_of_one_s_own(tmp_path: Path) -> None:
    titles, listed = tmp_path / "titler.jsonl", tmp_path / "liste.jsonl"
    titles.write_text('{"id": "1", "title": "tømrer"}\n', encoding="utf-8")
    listed.write_text('{"id": "a", "title": "nurse"}\n{"id": "b", "title": "Zimmermann (m/w/d)"}\n{"id": "c"}\n')
    link = ["link", "--titles", str(titles), "--out", "-", "--data", str(data_folder(tmp_path / "data"))]

    done = command_line.run(*link, "--taxonomy", f"titles:{listed}", "--top", "1")

    assert json.loads(done.stdout)["links"][0] | {"score": 0} == {
        "uri": "b",
        "label": "Zimmermann (m/w/d)",
        "isco": "",
        "score": 0,
    }
    assert (done.exit_code, "title" in done.stderr) == (1, True)
