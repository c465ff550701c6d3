"""Departments, kinds of order and match scales are data with dates, and editing the data moves them."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from taxonomy.catalog import load_catalog
from taxonomy.checking import check_folder
from taxonomy.files import TaxonomyFileError
from taxonomy.tables.organisation import load_departments, load_trades
from tests.taxonomy.edited import replace

BEFORE, AFTER = date(2009, 12, 31), date(2010, 1, 1)


def test_every_trade_has_exactly_one_department_on_every_day() -> None:
    catalog = load_catalog()
    first = min(found.valid_from for found in catalog.departments)
    for trade in catalog.trades:
        for day in (first, first + timedelta(days=365), date(2026, 7, 1), date(2099, 1, 1)):
            owners = [found.key for found in catalog.departments_on(day) if trade in found.trades]
            assert owners == [catalog.department_of_trade(trade, day).key]


def test_the_departments_carry_the_trades_of_the_agreement() -> None:
    catalog = load_catalog()
    owners = {trade: catalog.department_of_trade(trade, AFTER).key for trade in catalog.trades}
    assert owners == {
        "butik_handel_kontor": "JKN",
        "industri_lager_transport_service": "JKM",
        "sosu": "JKS",
        "mvu_lvu": "JKN",
    }


def test_a_special_function_and_its_trade_move_when_the_data_says_so(folder: Path) -> None:
    departments = folder / "departments.toml"
    head = '[{table}]\nkey = "{key}"\nname = "Jobcenterafdeling {key}"\n'
    replace(
        departments,
        'special_functions = ["MVU/LVU"]\nvalid_from = 2007-01-01',
        'special_functions = ["MVU/LVU"]\nvalid_from = 2007-01-01\nvalid_to = 2009-12-31',
    )
    replace(
        departments,
        'special_functions = ["Unge og Uddannelse"]\nvalid_from = 2007-01-01',
        'special_functions = ["Unge og Uddannelse"]\nvalid_from = 2007-01-01\nvalid_to = 2009-12-31',
    )
    moved = (
        head.format(table="jkn_2010", key="JKN")
        + 'trades = ["butik_handel_kontor"]\nspecial_functions = []\nvalid_from = 2010-01-01\n'
        + head.format(table="jks_2010", key="JKS")
        + 'trades = ["sosu", "mvu_lvu"]\nspecial_functions = ["Unge og Uddannelse", "MVU/LVU"]\n'
        + "valid_from = 2010-01-01\n"
    )
    departments.write_text(departments.read_text(encoding="utf-8") + "\n" + moved, encoding="utf-8")
    catalog = load_catalog(folder)
    assert catalog.department_of_trade("mvu_lvu", BEFORE).key == "JKN"
    assert catalog.department_of_trade("mvu_lvu", AFTER).key == "JKS"
    assert catalog.department_of_trade("butik_handel_kontor", AFTER).key == "JKN"
    assert "MVU/LVU" in catalog.department("JKS", AFTER).special_functions
    assert "MVU/LVU" not in catalog.department("JKS", BEFORE).special_functions


def test_a_trade_without_an_owner_is_refused(folder: Path) -> None:
    replace(folder / "departments.toml", 'trades = ["sosu"]', "trades = []")
    with pytest.raises(TaxonomyFileError, match="sosu hører ikke under nogen den 2007-01-01"):
        load_catalog(folder)


def test_a_trade_with_two_owners_is_refused(folder: Path) -> None:
    replace(folder / "departments.toml", 'trades = ["sosu"]', 'trades = ["sosu", "mvu_lvu"]')
    with pytest.raises(TaxonomyFileError, match="mvu_lvu hører under både JKS og JKN"):
        load_catalog(folder)


def test_an_unknown_trade_is_refused_with_its_line(folder: Path) -> None:
    replace(folder / "departments.toml", 'trades = ["sosu"]', 'trades = ["pleje"]')
    trades = load_trades(folder / "trades.toml")
    with pytest.raises(
        TaxonomyFileError, match=r"departments.toml, linje \d+: \[jks_2007\] har ukendte fagområder pleje"
    ):
        load_departments(folder / "departments.toml", trades)


def test_sheltered_kinds_of_order_outrank_the_trade_and_learners_are_marked() -> None:
    kinds = load_catalog().order_kinds
    assert {key for key, kind in kinds.items() if kind.department == "JSV"} == {"fleksjob", "skaanejob"}
    assert {key for key, kind in kinds.items() if "lærlingekontakt" in kind.marks} == {"laereplads", "voksenlaerling"}


def test_a_kind_of_order_whose_department_closes_is_refused_with_its_line(folder: Path) -> None:
    function = 'special_functions = ["fleksjob og skånejob"]\nvalid_from = 2007-01-01'
    replace(folder / "departments.toml", function, f"{function}\nvalid_to = 2027-12-31")
    said = r"order_kinds.toml, linje \d+: \[fleksjob\] afdelingen JSV findes ikke den 2028-01-01"
    with pytest.raises(TaxonomyFileError, match=said):
        load_catalog(folder)
    assert [problem.file.name for problem in check_folder(folder).problems] == ["order_kinds.toml"]


def test_the_version_changes_with_the_data(folder: Path) -> None:
    before = load_catalog(folder).version
    replace(folder / "trades.toml", "SOSU-området", "SOSU")
    load_catalog.cache_clear()
    assert load_catalog(folder).version != before == load_catalog().version
