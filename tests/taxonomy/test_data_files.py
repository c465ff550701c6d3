"""The bundled occupations: enough of them, sound, and in the trades where the borders put them."""

import tomllib

import pytest

from taxonomy.catalog import Catalog, content_version, load_catalog
from taxonomy.files import DATA
from taxonomy.tables.isco import unit_groups

DEMAND_KINDS = {"authorisation", "certificate", "driving_licence", "criminal_record", "education", "age"}
NOBODYS_TITLES = (
    "assistent",
    "konsulent",
    "medhjælper",
    "operatør",
    "tekniker",
    "leder",
    "koordinator",
    "medarbejder",
    "vikar",
    "elev",
)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog()


def occupation_of(catalog: Catalog, title: str) -> str:
    return next(found.id for found in catalog.occupations.values() if title in found.titles)


def test_there_are_a_thousand_occupations_with_six_thousand_titles(catalog: Catalog) -> None:
    assert len(catalog.occupations) >= 1000
    assert sum(len(found.titles) for found in catalog.occupations.values()) >= 6000


def test_every_unit_group_of_the_classification_is_known_and_no_other_is_used(catalog: Catalog) -> None:
    assert len(unit_groups()) == 436
    assert {found.isco for found in catalog.occupations.values()} <= unit_groups()


def test_every_occupation_has_what_reading_and_ranking_need(catalog: Catalog) -> None:
    for found in catalog.occupations.values():
        assert len(found.titles) >= 3, found.id
        assert found.skills, found.id
        assert found.tasks, found.id
        assert found.english_titles, found.id


def test_every_demand_names_its_kind_and_the_law_behind_it(catalog: Catalog) -> None:
    for demand in (demand for found in catalog.occupations.values() for demand in found.demands):
        assert demand.kind in DEMAND_KINDS, demand
        assert not set("():;") & set(demand.key), demand
        assert demand.source, demand


def test_a_file_holds_occupations_of_one_trade() -> None:
    for path in (DATA / "occupations").glob("*.toml"):
        tables = tomllib.loads(path.read_text(encoding="utf-8")).values()
        assert len({table["trade"] for table in tables}) == 1, path.name


@pytest.mark.parametrize("title", NOBODYS_TITLES)
def test_a_word_that_fits_every_workplace_is_nobodys_title(catalog: Catalog, title: str) -> None:
    assert all(title not in found.titles for found in catalog.occupations.values())


@pytest.mark.parametrize(
    ("title", "trade"),
    [
        ("pædagog", "mvu_lvu"),
        ("pædagogmedhjælper", "sosu"),
        ("SSA", "sosu"),
        ("handicaphjælper", "sosu"),
        ("tandklinikassistent", "sosu"),
        ("sygeplejerske", "mvu_lvu"),
        ("jobkonsulent", "mvu_lvu"),
        ("HR-konsulent", "mvu_lvu"),
        ("controller", "mvu_lvu"),
        ("økonomichef", "mvu_lvu"),
        ("systemadministrator", "mvu_lvu"),
        ("UX-designer", "mvu_lvu"),
        ("byggeleder", "mvu_lvu"),
        ("politibetjent", "mvu_lvu"),
        ("bandagist", "mvu_lvu"),
        ("bogholder", "butik_handel_kontor"),
        ("lægesekretær", "butik_handel_kontor"),
        ("butikschef", "butik_handel_kontor"),
        ("key account manager", "butik_handel_kontor"),
        ("it-supporter", "butik_handel_kontor"),
        ("receptionist", "butik_handel_kontor"),
        ("hotelreceptionist", "industri_lager_transport_service"),
        ("disponent", "industri_lager_transport_service"),
        ("speditør", "industri_lager_transport_service"),
        ("værkfører", "industri_lager_transport_service"),
        ("ambulancebehandler", "industri_lager_transport_service"),
        ("soldat", "industri_lager_transport_service"),
        ("rengøringsassistent", "industri_lager_transport_service"),
    ],
)
def test_an_everyday_title_stands_in_the_trade_where_the_borders_put_it(
    catalog: Catalog, title: str, trade: str
) -> None:
    assert catalog.occupations[occupation_of(catalog, title)].trade == trade


def test_the_version_follows_the_content() -> None:
    assert content_version() == load_catalog().version
    assert len(content_version()) == 12
