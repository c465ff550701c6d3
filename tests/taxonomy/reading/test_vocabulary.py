"""The vocabulary of demands and its loader."""

from pathlib import Path

import pytest

from taxonomy.catalog import load_catalog
from taxonomy.files import DATA, TaxonomyFileError
from taxonomy.reading import education_level, includes
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.job_titles.workplaces import workplace_index
from taxonomy.reading.requirements.vocabulary import key_today, load_vocabulary
from taxonomy.reading.text.number_words import NUMBER_WORDS
from tests.taxonomy.reading.small_catalog import read


@pytest.mark.parametrize(
    ("kind", "key", "covered"),
    [
        (RequirementKind.DRIVING_LICENCE, "C/E", {"C/E", "C", "C1", "C1/E", "B/E", "B", "AM", "TM"}),
        (RequirementKind.DRIVING_LICENCE, "C", {"C", "C1", "B", "AM", "TM"}),
        (RequirementKind.DRIVING_LICENCE, "D", {"D", "D1", "B", "AM", "TM"}),
        (RequirementKind.DRIVING_LICENCE, "B", {"B", "AM", "TM"}),
        (
            RequirementKind.CERTIFICATE,
            "truckcertifikat B",
            {"truckcertifikat B", "truckcertifikat A", "truckcertifikat"},
        ),
        (RequirementKind.CERTIFICATE, "ADR tank", {"ADR tank", "ADR"}),
        (RequirementKind.SKILL, "Next.js", {"Next.js", "React", "JavaScript"}),
        (RequirementKind.SKILL, "Navision", {"Navision", "ERP-system"}),  # of another file
        (RequirementKind.SKILL, "nobody knows this", {"nobody knows this"}),
    ],
)
def test_a_licence_covers_what_it_includes(kind: RequirementKind, key: str, covered: set[str]) -> None:
    assert includes(kind, key) == covered


def test_an_assistant_covers_the_helper_and_any_trade() -> None:
    covered = includes(RequirementKind.EDUCATION, "social- og sundhedsassistent")
    assert {"social- og sundhedshjælper", "erhvervsuddannelse"} <= covered


def test_educations_have_their_level() -> None:
    assert education_level("pædagog") == "mellemlang"
    assert education_level("nothing of the kind") is None


def test_the_vocabulary_is_large_enough_to_be_of_use() -> None:
    kinds = [kind for kind, _ in load_vocabulary()]
    assert len(kinds) >= 1_200
    assert kinds.count(RequirementKind.SKILL) > 800
    assert kinds.count(RequirementKind.CERTIFICATE) > 200


def test_every_place_stands_for_an_occupation_of_the_catalog() -> None:
    occupations = load_catalog().occupations
    named = {key for keys in workplace_index().single_words.values() for key in keys}
    assert named <= occupations.keys()


def broken(folder: Path, file: str, content: str) -> Path:
    for path in (DATA / "requirements").glob("*.toml"):
        (folder / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / file).write_text(content, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ('[a]\nentries = """\nX: one\nY: one\n"""', "står for både X og Y"),
        ('[a]\nentries = """\nX: one\nX: two\n"""', "står to gange"),
        ('[a]\nentries = """\nX: one; includes: Z\n"""', "som ikke findes her"),
        ('[a]\nentries = """\nno colon here\n"""', "mangler sin nøgle"),
        ('[a]\nentries = """\n: one\n"""', "mangler sin nøgle"),
        ('[a]\nlevel = "høj"\nentries = """\nX: one\n"""', "er ukendt"),
        ('[a]\nwords = "x"', "mangler entries"),
        ("[a\n", "linje 1"),
    ],
)
def test_a_broken_file_is_refused_with_its_name(tmp_path: Path, content: str, problem: str) -> None:
    with pytest.raises(TaxonomyFileError, match=problem) as refused:
        load_vocabulary(broken(tmp_path, "certificates.toml", content))
    assert refused.value.file.name == "certificates.toml"


def test_no_number_word_is_a_demand() -> None:
    wordings = {wording.casefold() for entry in load_vocabulary().values() for wording in (entry.key, *entry.wordings)}
    assert not wordings & set(NUMBER_WORDS)


def test_a_key_that_was_joined_with_another_leads_to_it_and_is_still_a_word_for_it() -> None:
    assert key_today(RequirementKind.SKILL, "diæter") == key_today(RequirementKind.EXPERIENCE, "diæter") == "diætkost"
    assert key_today(RequirementKind.CERTIFICATE, "diæter") == "diæter"
    assert (RequirementKind.SKILL, "diæter") not in load_vocabulary()
    assert [one.key for one in read("erfaring med diæter er et krav").requirements] == ["diætkost"]


@pytest.mark.parametrize(
    ("key", "covered"),
    [("malerarbejde", "spartelarbejde"), ("grønne områder", "plæneklipning"), ("canvas", "salg"),
     ("lavaffektiv metode", "konflikthåndtering"), ("hospitalsrengøring", "rengøring"),
     ("fejlsøgning på el", "fejlfinding")],
)  # fmt: skip
def test_the_narrower_of_two_skills_covers_the_wider_one_or_what_is_part_of_it(key: str, covered: str) -> None:
    assert covered in includes(RequirementKind.SKILL, key)
