"""What somebody is needed for is the job, not a demand on whoever takes it."""

from __future__ import annotations

import pytest

from taxonomy.catalog import Catalog, load_catalog
from taxonomy.reading import read_order
from taxonomy.reading.findings import TextField


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog()


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Vi skal bruge en til kassen og opfyldning.", "varepåfyldning"),
        ("Skal bruge to mand til pluk og pak.", "pluk og pak"),
        ("skal bruge en i receptionen om natten", "reception"),
        ("International company needs someone for inbound calls and chat.", "chat"),
    ],
)
def test_what_somebody_is_needed_for_is_no_demand(catalog: Catalog, text: str, skill: str) -> None:
    read = read_order([TextField("title", "Medarbejder"), TextField("text", text)], catalog)
    assert not read.requirements
    assert skill in {found.key for found in read.mentioned}


def test_what_the_one_needed_must_bring_is_demanded(catalog: Catalog) -> None:
    read = read_order(
        [TextField("title", "Medarbejder"), TextField("text", "Skal bruge en til kassen, skal kunne Excel.")], catalog
    )
    assert [(found.key, found.hard) for found in read.requirements] == [("Excel", True)]
