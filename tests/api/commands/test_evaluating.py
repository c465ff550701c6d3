"""`evaluate` from outside: a ranking against judgements, and reading, routing and linking against labelled files."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.api.commands import command_line
from tests.api.commands.command_line import written
from tests.conftest import VECTORS

pytestmark = pytest.mark.long

run = partial(command_line.run, "evaluate")

ORDER = {"order_type": "ordinaer", "positions": 1, "postcode": "2100"}
DEMANDS = [
    {"kind": "certificate", "key": "ADR", "hard": True, "level": None, "field": "text", "start": 0, "end": 3},
    {
        "kind": "certificate",
        "key": "liftcertifikat",
        "hard": True,
        "level": None,
        "field": "text",
        "start": 0,
        "end": 3,
    },
]
HEADER = "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status"


def order(number: int, title: str, text: str, **label: object) -> dict[str, object]:
    return {"id": f"T-{number}", "title": title, "text": text, **ORDER, "label": label}


@pytest.fixture
def data() -> list[str]:
    """Where vectors are remembered; nothing else is written by measuring."""
    return ["--data", str(VECTORS)]


@pytest.mark.parametrize("name", ["reading", "routing", "linking"])
def test_every_kind_of_evaluation_teaches_itself(name: str) -> None:
    shown = run(name, "--help")
    assert shown.exit_code == 0
    assert f"jobformidling evaluate {name}" in shown.output
    assert '"label"' in shown.output or '"language"' in shown.output


def test_a_ranking_is_measured_without_a_subcommand(tmp_path: Path) -> None:
    ranked = written(tmp_path / "run.jsonl", [{"order": "A", "cv": "C", "rank": 1}])
    judged = written(tmp_path / "judged.jsonl", [{"order": "A", "cv": "C", "grade": 3}])
    done = run("--run", ranked, "--judgements", judged)
    assert (done.exit_code, "nDCG@10     1.0000" in done.stdout) == (0, True)
    assert run("--run", ranked).exit_code == 2
    assert run("--run", ranked, "reading").exit_code == 2


def test_reading_is_measured_on_the_named_file_with_each_mistake(tmp_path: Path, data: list[str]) -> None:
    file = written(tmp_path / "l.jsonl", [order(1, "Chauffør", "ADR er et krav", requirements=DEMANDS, terms={})])
    done = run("reading", "--labels", file, *data)
    assert done.exit_code == 0
    assert ["certifikat", "2", "1", "1,000", "0,500", "0,667"] in [line.split() for line in done.stdout.splitlines()]
    assert "T-1 overset: certifikat liftcertifikat" in done.stdout
    assert "Fejl (" not in run("reading", "--labels", file, "--mistakes", "0", *data).stdout


def test_voices_are_told_apart_where_the_labels_do(tmp_path: Path, data: list[str]) -> None:
    notes = [
        order(at, "Chauffør", "ADR er et krav", requirements=DEMANDS[:1], voice=voice)
        for at, voice in enumerate(("call_note", "call_note", "ad"))
    ]
    done = run("reading", "--labels", written(tmp_path / "l.jsonl", notes), *data)
    rows = [line.split() for line in done.stdout.splitlines()]
    assert ["ringet", "ind", "2", "2", "2", "1,000", "1,000", "1,000", "0"] in rows
    assert ["annonce", "1", "1", "1", "1,000", "1,000", "1,000", "0"] in rows


def test_lines_that_are_not_labelled_are_refused_and_the_others_measured(tmp_path: Path, data: list[str]) -> None:
    good = order(1, "Chauffør", "ADR er et krav", requirements=DEMANDS)
    file = written(tmp_path / "l.jsonl", [good, {"id": "T-2", "title": "Kok", "text": "x", **ORDER}])
    done = run("reading", "--labels", file, *data)
    assert (done.exit_code, "linje 2: label" in done.stderr, "i alt" in done.stdout) == (1, True, True)


def test_routing_is_measured_with_confusions_calibration_and_what_is_left_to_people(
    tmp_path: Path, data: list[str]
) -> None:
    rows = [
        order(1, "SSH nat", "hjemmepleje", trade="sosu", also=[]),
        order(2, "Sygeplejerske", "sengeafdeling", trade="sosu", also=[]),
        order(3, "hej", "ring til mig", trade=None),
    ]
    done = run("routing", "--labels", written(tmp_path / "l.jsonl", rows), *data)
    assert done.exit_code == 0
    for said in ("Forvekslinger", "Kalibreringsfejl", "Overladt til KVS", "Tekster uden et job: 1", "95 % interval"):
        assert said in done.stdout
    assert "T-2 Sygeplejerske: SOSU-området → MVU/LVU" in done.stdout


def test_linking_is_measured_beside_the_model_alone(tmp_path: Path, data: list[str]) -> None:
    rows = ["Occupation,x://1,5120,kok,køkkenchef,released", "Occupation,x://2,5131,tjener,,released"]
    (tmp_path / "occupations_da.csv").write_text("\n".join([HEADER, *rows]), encoding="utf-8")
    titles = [
        {"title": "kok søges", "language": "da", "isco": ["5120"], "esco": ["x://1"]},
        {"title": "tjener", "language": "da", "isco": ["5131"], "esco": ["x://2"]},
    ]
    labels = written(tmp_path / "t.jsonl", titles)
    done = run("linking", "--esco", str(tmp_path), "--labels", labels, *data)
    assert done.exit_code == 0
    assert "modellen alene" in done.stdout
    assert ["vores", *["1,000"] * 5] in [line.split() for line in done.stdout.splitlines()]
    missing = run("linking", "--esco", str(tmp_path / "none"), "--labels", labels, *data)
    assert (missing.exit_code, "occupations_da.csv" in missing.stderr) == (2, True)


def test_what_cannot_be_measured_is_said_with_the_fix(
    tmp_path: Path, data: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(tmp_path / "l.jsonl", [order(1, "Kok", "x", requirements=[])])
    assert run("reading", "--labels", file, "--reporting", *data).exit_code == 2
    empty = run("reading", "--labels", written(tmp_path / "e.jsonl", []), *data)
    assert (empty.exit_code, "ingen mærkede linjer" in empty.stderr) == (2, True)
    monkeypatch.setattr("api.terminal.labelled.OWN", tmp_path / "installed")
    installed = run("reading", *data)
    assert (installed.exit_code, "--labels FIL" in installed.stderr) == (2, True)


def test_the_own_half_is_measured_and_the_mistakes_of_the_reporting_half_stay_unseen(
    tmp_path: Path, data: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own"
    (own / "reading").mkdir(parents=True)
    written(own / "reading" / "requirements_development.jsonl", [order(1, "Kok", "ADR kræves", requirements=[])])
    written(own / "reading" / "requirements_reporting.jsonl", [order(2, "Kok", "ADR kræves", requirements=[])])
    monkeypatch.setattr("api.terminal.labelled.OWN", own)
    assert "T-1 læst uden at stå der" in run("reading", *data).stdout
    closed = run("reading", "--reporting", *data)
    assert (closed.exit_code, "T-2" in closed.stdout, "rapporteringshalvdelen" in closed.stdout) == (0, False, True)
    assert run("reading", "--reporting", "--mistakes", "5", *data).exit_code == 2
