"""Compares an earlier list with where everybody stands now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from indexer.records.ranked_lists import RankedCv, RankedList
from indexer.records.record import Record
from indexer.records.stored import Stored
from indexer.records.watermarks import Watermark
from matcher.orders.kept_corrections import corrections_of_list
from matcher.replaying.as_of import Moment, standing_at
from matcher.replaying.effects import AsItWas, Effects, effects
from matcher.replaying.moves import MovedPerson, move_of
from matcher.shortlisting.judging import EligibilityMode
from matcher.shortlisting.shortlist import ListPlace
from matcher.why.answer import Whys
from matcher.why.full_ranking import FullRanking


class ListComparison:
    """A list against where everybody stands now."""

    def __init__(
        self, whys: Whys, record: Record, ranking: FullRanking, given: RankedList, order: JobOrder, moment: Moment
    ) -> None:
        self._whys, self._record, self._ranking = whys, record, ranking
        self._given, self._order, self._moment = given, order, moment
        self._by_id = {one.cv_id: one for one in given.candidates}

    def moves(self) -> tuple[MovedPerson, ...]:
        """Everybody of then and of now, in the order of now, those who went last."""
        listed = self._listed_now()
        current = self._record.cvs.get_many((*listed, *self._by_id))
        places = {cv_id: listed.get(cv_id) or self._place(stored) for cv_id, stored in current.items()}
        then = self._then(current.values())
        causes = self._causes(then, places)
        return tuple(
            MovedPerson(
                cv_id=cv_id,
                move=move_of(_rank(self._by_id.get(cv_id)), _rank(listed.get(cv_id))),
                given=self._by_id.get(cv_id),
                rank_now=_rank(listed.get(cv_id)),
                place=places.get(cv_id),
                cv_revision_then=self._revision_then(cv_id, then),
                cv_revision_now=current[cv_id].revision if cv_id in current else None,
                effects=causes.get(cv_id),
            )
            for cv_id in dict.fromkeys((*listed, *self._by_id))
        )

    def _listed_now(self) -> dict[str, ListPlace]:
        """Today's list by the options of the list that was given."""
        mode = EligibilityMode(str(self._given.options.get("eligibility", EligibilityMode.ON)))
        top = int(str(self._given.options.get("top", len(self._by_id))))
        return {place.candidate_id: place for place in self._ranking.best(top, mode)}

    def _causes(self, then: Mapping[str, Stored[Cv]], places: Mapping[str, ListPlace]) -> dict[str, Effects]:
        matching = self._whys.rankings.matching
        known = matching.circumstances_of(self._record, self._order, list(then), self._seen(), self._moment.day)
        said = corrections_of_list(self._record, self._given, self._moment.instant, matching.scorer.catalog)
        as_it_was = AsItWas(self._moment.day, self._order, said, list(then.values()), known, self._by_id)
        return effects(matching, as_it_was, self._ranking.brief, places)

    def _revision_then(self, cv_id: str, then: Mapping[str, Stored[Cv]]) -> int | None:
        """Of somebody who is erased the list alone still knows it."""
        if cv_id in then:
            return then[cv_id].revision
        return self._by_id[cv_id].cv_revision if cv_id in self._by_id else None

    def _seen(self) -> Watermark:
        """What the list was made with of proposals and cases."""
        kept = self._given.options.get("seen")
        return Watermark(**kept) if kept else self._record.watermarks.at(self._moment.instant)

    def _place(self, stored: Stored[Cv]) -> ListPlace:
        return self._whys.place(self._record, self._ranking, stored)[0]

    def _then(self, current: Iterable[Stored[Cv]]) -> dict[str, Stored[Cv]]:
        """The CVs in the revisions of the list, and for those who were not in it of that moment."""
        found: dict[str, Stored[Cv] | None] = {}
        for stored in current:
            cv_id = stored.value.id
            given = self._by_id.get(cv_id)
            found[cv_id] = (
                self._record.cvs.at_revision(cv_id, given.cv_revision)
                if given
                else standing_at(self._record.cvs, stored, self._moment.instant)
            )
        return {cv_id: stored for cv_id, stored in found.items() if stored is not None}


def _rank(place: ListPlace | RankedCv | None) -> int | None:
    return place.rank if place else None
