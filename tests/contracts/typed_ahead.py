"""What words may go on as while they are typed."""

from __future__ import annotations

import pytest

from indexer.engines.contract import (
    Beginning,
    Between,
    SearchEngine,
    UnknownFieldError,
)
from tests.contracts.documents import document, told
from tests.contracts.with_engine import WithEngine


class SuggestsWhileTyped(WithEngine):
    @pytest.fixture
    def titles(self, engine: SearchEngine) -> SearchEngine:
        held = [
            "Lagermedarbejder",
            "Lagermedarbejder",
            "Lagerchef",
            "Chauffør til lager",
            "Sygeplejerske",
            "Kok",
            "Æblet",
        ]
        engine.put([document(f"A-{n}", trade=title, hours=n) for n, title in enumerate(held)])
        return engine

    @pytest.mark.parametrize(
        ("typed", "suggested"),
        [
            ("lag", [("Lagermedarbejder", 2), ("Lagerchef", 1), ("Chauffør til lager", 1)]),
            ("LAGERM", [("Lagermedarbejder", 2)]),
            ("lager chauf", [("Chauffør til lager", 1)]),
            ("chauffoer", [("Chauffør til lager", 1)]),
            ("aeb", [("Æblet", 1)]),
            ("lgaer", [("Lagermedarbejder", 2), ("Lagerchef", 1), ("Chauffør til lager", 1)]),
            ("lagrmed", [("Lagermedarbejder", 2)]),
            ("sygepplej", [("Sygeplejerske", 1)]),
            ("sygaplejersk", [("Sygeplejerske", 1)]),
            ("kox", []),
            ("tager", []),
            ("lager kok", []),
            ("medarbejder", []),
            ("", []),
            (" -", []),
        ],
    )
    def test_values_go_on_as_somebody_types_with_a_slip_forgiven(
        self, titles: SearchEngine, typed: str, suggested: list[tuple[str, int]]
    ) -> None:
        assert told(titles, Beginning("trade", typed)) == suggested

    def test_type_ahead_counts_what_passes_the_filters_and_follows_every_change(self, titles: SearchEngine) -> None:
        asked = Beginning("trade", "lager", (Between("hours", 1, 3),))
        assert told(titles, asked) == [("Lagerchef", 1), ("Lagermedarbejder", 1), ("Chauffør til lager", 1)]
        titles.put([document("A-1", 2, trade="Lagerarbejder", hours=1), document("A-9", trade="Lagerchef", hours=1)])
        titles.delete([("A-3", 3)])
        assert told(titles, asked) == [("Lagerchef", 2), ("Lagerarbejder", 1)]

    def test_type_ahead_gives_no_more_than_asked_for_and_refuses_unknown_fields(self, engine: SearchEngine) -> None:
        engine.put([document(f"A-{n}", trade=f"lager {n:03}") for n in range(600)])
        assert [one.value for one in engine.suggest(Beginning("trade", "l", limit=3))] == [
            "lager 000",
            "lager 001",
            "lager 002",
        ]
        engine.put([document("A-700", trade="lager 0005")])
        assert [one.value for one in engine.suggest(Beginning("trade", "lager 000"))] == ["lager 000", "lager 0005"]
        assert engine.suggest(Beginning("trade", "lager", limit=0)) == ()
        with pytest.raises(UnknownFieldError, match="'farve'"):
            engine.suggest(Beginning("farve", "r"))
