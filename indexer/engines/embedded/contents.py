"""What the journal says the index holds, followed as it grows."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.engines.embedded.batch import RowBatch, decode
from indexer.engines.embedded.columns import Columns
from indexer.engines.embedded.errors import EngineDamagedError
from indexer.engines.embedded.frequencies import Frequencies
from indexer.engines.embedded.frequency_snapshot import Snapshot, load_snapshot, save_snapshot
from indexer.engines.embedded.journal import read_blocks
from indexer.engines.embedded.layout import Layout
from indexer.engines.embedded.postings import Postings
from indexer.engines.embedded.side_files import SideReader
from indexer.engines.tokens import names_of

_log = logging.getLogger(__name__)
JOURNAL, FREQUENCIES = "journal.bin", "frequencies.bin"
_SLOTS_AT_ONCE = 10_000  # counting words goes in steps, to bound the memory it takes


class Contents:
    """Columns and word frequencies of one folder."""

    def __init__(self, folder: Path, layout: Layout) -> None:
        self._folder, self._layout = folder, layout
        self.columns = Columns(layout)
        self.side = SideReader(folder, layout.schema.dimensions)
        self.postings = Postings(self.side)
        self.place = 0  # bytes of the journal taken in
        self.columns.add(self._news())
        self._check_side_files()
        self.frequencies = self._counted_again()

    def is_behind(self) -> bool:
        """Whether the journal has changed since it was last read."""
        return (self._folder / JOURNAL).stat().st_size != self.place

    def catch_up(self) -> None:
        """Take in what other processes have added to the journal."""
        self.take(self._news())

    def take(self, batches: Sequence[RowBatch]) -> NDArray[np.int64]:
        """Take in batches that stand in the journal; the slots that died of it."""
        first = len(self.columns)
        died = self.columns.add(batches)
        alive = self.columns.view().alive
        born = np.flatnonzero(alive[first:]) + first
        if len(born) or len(died):
            self.frequencies = self.frequencies.changed(self._names(born), self._names(died[died < first]))
        return died

    def save_frequencies(self) -> None:
        """Keep the word frequencies for the next opening, which without them counts a little longer."""
        try:
            save_snapshot(self._folder / FREQUENCIES, Snapshot(self.frequencies, self.columns.view().alive))
        except OSError as failure:
            _log.warning("%s kunne ikke gemmes: %s. Indekset er helt uden.", FREQUENCIES, failure.strerror)

    def token_end(self) -> int:
        """The place behind the last token."""
        records = self.columns.view().records
        return int((records["token_start"] + records["token_count"]).max()) if len(records) else 0

    def _news(self) -> list[RowBatch]:
        batches = []
        for place, body in read_blocks(self._folder / JOURNAL, self.place):
            if self.place == 0:
                self._check_form(body)
            else:
                batches.append(decode(body, self._layout))
            self.place = place
        if self.place == 0 and (self._folder / JOURNAL).stat().st_size:
            raise EngineDamagedError(self._folder.name, "begyndelsen af dets journal er beskadiget")
        return batches

    def _check_form(self, body: bytes) -> None:
        if body != self._layout.fingerprint():
            raise EngineDamagedError(self._folder.name, "det har en anden form end den, programmet bruger nu")

    def _check_side_files(self) -> None:
        records = self.columns.view().records
        written = np.flatnonzero(~records["deleted"])
        if not self.side.hold(int(written[-1]) + 1 if len(written) else 0, self.token_end()):
            raise EngineDamagedError(self._folder.name, "ord eller vektorer mangler for nogle af dokumenterne")

    def _counted_again(self) -> Frequencies:
        alive = self.columns.view().alive
        snapshot = load_snapshot(self._folder / FREQUENCIES, len(alive))
        before = np.zeros(len(alive), np.bool_)
        before[: len(snapshot.alive)] = snapshot.alive
        frequencies = snapshot.frequencies
        born, died = np.flatnonzero(alive & ~before), np.flatnonzero(before & ~alive)
        for start in range(0, max(len(born), len(died)), _SLOTS_AT_ONCE):
            step = slice(start, start + _SLOTS_AT_ONCE)
            frequencies = frequencies.changed(self._names(born[step]), self._names(died[step]))
        return frequencies

    def _names(self, slots: NDArray[np.int64]) -> NDArray[np.uint64]:
        return names_of(self.side.tokens(slots, self.columns.view())[0])
