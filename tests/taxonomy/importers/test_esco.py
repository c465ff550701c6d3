"""ESCO's official files, as they come: any version, any order of columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from taxonomy.importers.esco import EscoFilesError, EscoKind, import_esco

HEADER = "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status"


def _write(folder: Path, name: str, *lines: str, encoding: str = "utf-8") -> None:
    (folder / name).write_bytes("\n".join(lines).encode(encoding))


def test_danish_and_english_labels_of_a_concept_are_joined(tmp_path: Path) -> None:
    _write(tmp_path, "occupations_da.csv", HEADER, 'Occupation,u1,2512,bager,"konditor\nbrødbager",released')
    _write(tmp_path, "occupations_en.csv", HEADER, "Occupation,u1,2512,baker,pastry chef,released")

    (found,) = import_esco(tmp_path).concepts

    assert (found.uri, found.isco, found.label) == ("u1", "2512", "bager")
    assert found.danish == ("bager", "konditor", "brødbager")
    assert found.english == ("baker", "pastry chef")


def test_one_language_is_enough(tmp_path: Path) -> None:
    _write(tmp_path, "occupations_en_v1.2.csv", HEADER, "Occupation,u1,2512,baker,,released")

    (found,) = import_esco(tmp_path).concepts

    assert (found.label, found.danish, found.english) == ("baker", (), ("baker",))


def test_files_in_further_languages_come_along(tmp_path: Path) -> None:
    _write(tmp_path, "occupations_da.csv", HEADER, "Occupation,u1,7512,bager,,released")
    _write(tmp_path, "occupations_de.csv", HEADER, "Occupation,u1,7512,Bäcker,Brotbäcker,released")
    _write(tmp_path, "occupations_sv_v1.2.csv", HEADER, "Occupation,u2,7512,konditor,,released")

    baker, confectioner = import_esco(tmp_path).concepts

    assert (baker.label, baker.others) == ("bager", (("Bäcker", "Brotbäcker"),))
    assert (confectioner.label, confectioner.danish, confectioner.others) == ("konditor", (), (("konditor",),))


def test_a_byte_order_mark_and_more_columns_in_another_order_are_read(tmp_path: Path) -> None:
    lines = "altLabels,inScheme,preferredLabel,iscoGroup,conceptUri,new", "åler,x,ålefisker,6222,u1,y"
    _write(tmp_path, "occupations_da.csv", *lines, encoding="utf-8-sig")

    (found,) = import_esco(tmp_path).concepts

    assert (found.uri, found.danish) == ("u1", ("ålefisker", "åler"))


def test_the_names_of_the_unit_groups_come_along_where_their_files_lie_beside(tmp_path: Path) -> None:
    _write(tmp_path, "occupations_da.csv", HEADER, "Occupation,u1,7512,bager,,", "Occupation,u2,9999,andet,,")
    _write(tmp_path, "ISCOGroups_da.csv", "conceptUri,code,preferredLabel", "x,7512,Bagerarbejde")
    _write(tmp_path, "ISCOGroups_en.csv", "conceptUri,code,preferredLabel", "x,7512,Bakers")

    assert [found.group_names for found in import_esco(tmp_path).concepts] == [("Bagerarbejde", "Bakers"), ()]


@pytest.mark.parametrize(
    "isco", ["2512", "C2512", "http://data.europa.eu/esco/isco/C2512", "2512.4", "http://data.europa.eu/esco/isco/2512"]
)
def test_isco_is_read_in_every_form(tmp_path: Path, isco: str) -> None:
    _write(tmp_path, "occupations_da.csv", HEADER, f"Occupation,u1,{isco},bager,,released")

    assert import_esco(tmp_path).concepts[0].isco == "2512"


def test_short_and_empty_rows_are_no_obstacle(tmp_path: Path) -> None:
    _write(tmp_path, "occupations_da.csv", HEADER, "Occupation,u1,2512,bager", "", ",,,,,", "Occupation,u2,2513,,,")

    assert [found.uri for found in import_esco(tmp_path).concepts] == ["u1"]


def test_a_missing_column_is_named_with_the_file(tmp_path: Path) -> None:
    _write(tmp_path, "occupations_da.csv", "conceptUri,preferredLabel", "u1,bager")

    with pytest.raises(EscoFilesError, match=r"occupations_da\.csv mangler kolonnerne altLabels, iscoGroup"):
        import_esco(tmp_path)


def test_a_folder_without_the_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EscoFilesError, match="hverken"):
        import_esco(tmp_path)


def test_files_without_occupations_are_refused(tmp_path: Path) -> None:
    _write(tmp_path, "occupations_da.csv", HEADER)

    with pytest.raises(EscoFilesError, match="ingen stillinger"):
        import_esco(tmp_path)


def test_another_encoding_is_refused_with_the_file(tmp_path: Path) -> None:
    _write(tmp_path, "occupations_da.csv", HEADER, "Occupation,u1,2512,brødbager,,released", encoding="latin-1")

    with pytest.raises(EscoFilesError, match=r"occupations_da\.csv"):
        import_esco(tmp_path)


def test_a_quotation_mark_that_is_never_closed_is_told_in_danish(tmp_path: Path) -> None:
    _write(tmp_path, "occupations_da.csv", HEADER, 'Occupation,u1,2512,bager,"konditor,released')
    with pytest.raises(EscoFilesError, match="kan ikke læses: et anførselstegn er ikke lukket"):
        import_esco(tmp_path)


def test_semicolons_are_read_and_what_is_skipped_is_counted_with_its_line(tmp_path: Path) -> None:
    _write(
        tmp_path,
        "occupations_da.csv",
        HEADER.replace(",", ";"),
        "Occupation;u1;7512;bager;;released",
        "Occupation;u1;7512;bager igen;;released",
        "KnowledgeSkillCompetence;u2;7512;bage;;released",
        "Occupation;u3;7512;kagebager;;obsolete",
        "Occupation;u4;bagere;brødbager;;released",
    )

    found = import_esco(tmp_path)

    assert [concept.uri for concept in found.concepts] == ["u1"]
    assert [(line.line, line.reason) for line in found.skipped] == [
        (3, "gentager en conceptUri"),
        (4, "er ikke en stilling (conceptType)"),
        (5, "er udgået (status)"),
        (6, "har ingen firecifret iscoGroup"),
    ]
    assert found.files == ("occupations_da.csv",)


def test_skills_are_read_from_their_own_files(tmp_path: Path) -> None:
    header = "conceptType,conceptUri,skillType,preferredLabel,altLabels,status"
    lines = (
        header,
        'KnowledgeSkillCompetence,s1,skill/competence,køre truck,"føre truck\nbetjene gaffeltruck",released',
        "Occupation,o1,,truckfører,,released",
    )
    (tmp_path / "skills_da.csv").write_text("\n".join(lines), encoding="utf-8")

    found = import_esco(tmp_path, EscoKind.SKILLS)

    (skill,) = found.concepts
    assert (skill.uri, skill.isco, skill.danish) == ("s1", "", ("køre truck", "føre truck", "betjene gaffeltruck"))
    assert [line.reason for line in found.skipped] == ["er ikke en kompetence (conceptType)"]


def test_a_folder_without_skills_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(EscoFilesError, match=r"hverken skills_da\.csv eller skills_en\.csv"):
        import_esco(tmp_path, EscoKind.SKILLS)
