"""Titles that mean several things are marked in the data, and a broken mark is refused with its line."""

from pathlib import Path

import pytest

from taxonomy.catalog import load_catalog
from taxonomy.files import TaxonomyFileError
from taxonomy.tables.ambiguous_titles import load_ambiguous_titles

MEANS = 'means = """\nkok: køkken\ntjener: servering\n"""\n'


def refusal(folder: Path, text: str) -> TaxonomyFileError:
    path = folder / "ambiguous_titles.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TaxonomyFileError) as caught:
        load_ambiguous_titles(path, {"kok", "tjener"})
    return caught.value


@pytest.mark.parametrize(
    "title", ["assistent", "konsulent", "operatør", "medhjælper", "tekniker", "montør", "mekaniker"]
)
def test_a_title_that_fits_many_workplaces_is_marked_with_its_meanings(title: str) -> None:
    catalog = load_catalog()
    meanings = catalog.ambiguous_titles[title].meanings
    assert len(meanings) >= 5
    assert all(meaning.occupation in catalog.occupations for meaning in meanings)


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ('[hjælp]\nwords = ""\n' + MEANS, 1, "er ikke gyldig TOML"),
        ('[x]\nwords = ""\nmeans = """\nkok: køkken\nbager: brød\n"""', 5, "stillingen 'bager' findes ikke"),
        ('[x]\nwords = ""\nmeans = """\nkok: køkken\nkok: kok\n"""', 5, "står to gange"),
        ('[x]\nwords = ""\nmeans = """\nkok: køkken\ntjener\n"""', 5, "mangler ord"),
        ('[x]\nwords = ""\nmeans = """\nkok: køkken\n"""', 3, "færre end to betydninger"),
        (f'[x]\nwords = "z"\n{MEANS}[y]\nwords = "z"\n{MEANS}', 8, "„z“ står allerede under [x]"),
        ('[x]\nwords = ["z"]\n' + MEANS, 2, "skal være tekst"),
        ("[x]\n" + MEANS, 1, "mangler words"),
    ],
)
def test_a_broken_mark_is_refused_with_its_line(tmp_path: Path, text: str, line: int, problem: str) -> None:
    broken = refusal(tmp_path, text)
    assert problem in str(broken)
    assert broken.line == line
