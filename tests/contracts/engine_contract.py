"""What every search engine must keep to; a subclass gives the engine by the `opened` fixture."""

from __future__ import annotations

from tests.contracts.by_meaning import FindsByMeaning
from tests.contracts.by_words import FindsByWords
from tests.contracts.filtered import KeepsToFilters
from tests.contracts.held import HoldsWhatWasPut
from tests.contracts.looked_deeper import LooksDeeper
from tests.contracts.paged import GivesPages
from tests.contracts.refused import RefusesWhatIsWrong
from tests.contracts.typed_ahead import SuggestsWhileTyped
from tests.contracts.with_engine import Opened

__all__ = ["EngineContract", "Opened"]


class EngineContract(
    HoldsWhatWasPut,
    FindsByWords,
    FindsByMeaning,
    KeepsToFilters,
    LooksDeeper,
    SuggestsWhileTyped,
    GivesPages,
    RefusesWhatIsWrong,
):
    """Subclass it as Test…, with a fixture `opened` that opens the same index again at every call."""
