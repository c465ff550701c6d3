"""CVs put together from several people of one occupation, so that among a hundred thousand nobody has a double.

One person's headline, wishes and terms stand beside another's jobs, a third one's skills, papers and education and a
fourth one's text: what each part says was truly read, only their company is new. In a town of copies (copied.py) some
eighty stand alike at every place of a list, and lists look deeper for them; here they do not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import UTC, datetime
from functools import cached_property
from random import Random

import numpy as np

from indexer.engines.contract import SearchDocument
from indexer.intake.cv import Cv
from indexer.records.stored import Stored
from matcher.candidates.profile import Candidate, CandidateProfile, PassageKind, Passages
from matcher.candidates.whole_vector import whole_vector
from matcher.texts.quantising import quantised
from taxonomy.places import places
from tests.benchmarks.copied import CopyingDocuments
from tests.benchmarks.varied import DISTINCT, noisy, number_of, varied_cvs

FEWEST = 6  # people of one occupation; fewer are mixed with others of their trade
KINDS = (  # whose passages a mixed CV has, in the order of its people
    (PassageKind.WISH, PassageKind.HEADLINE),
    (PassageKind.HISTORY,),
    (PassageKind.SKILLS, PassageKind.EDUCATION),
    (PassageKind.PROFILE,),
)
FIELDS = ("wishes", "history", "skills", "text")  # of the document, in the same order
_SOME_DAY = datetime(2026, 1, 1, tzinfo=UTC)
Built = tuple[SearchDocument, Candidate]


class MixingDocuments(CopyingDocuments):
    """Reads the first DISTINCT CVs as the real one does and mixes the rest from them."""

    def _copied(self, stored: Stored[Cv]) -> Built:
        number, place = number_of(stored.value.id), places()[stored.value.postcode]
        people = [self._people[one] for one in self._chosen(number)]
        home = (place.latitude, place.longitude)
        profile = replace(mixed_profile([one.profile for _, one in people], number), id=stored.value.id, position=home)
        document = mixed_document([one for one, _ in people], profile)
        placed = replace(document, id=stored.value.id, sequence=stored.sequence, position=home)
        return placed, replace(people[0][1], profile=profile)

    def _chosen(self, number: int) -> tuple[int, ...]:
        """The CV's own place among the distinct and three others of its occupation, the same for the same number."""
        own, chance = number % DISTINCT, Random(number)
        return (own, *(chance.choice(self._like[own]) for _ in FIELDS[1:]))

    @cached_property
    def _people(self) -> dict[int, Built]:
        unread = [cv for cv in varied_cvs(DISTINCT, self._catalog) if number_of(cv.id) not in self._built]
        if unread:  # the town was filled by another program
            self._read([Stored(cv, 0, _SOME_DAY, _SOME_DAY, 0) for cv in unread])
        return self._built

    @cached_property
    def _like(self) -> dict[int, Sequence[int]]:
        """For each of the distinct those who wish for the same occupation first, or the same trade if these are few."""
        first = {number: _first_wish(found.profile) for number, (_, found) in self._people.items()}
        alike, trades = defaultdict(list), defaultdict(list)
        for number, occupation in first.items():
            alike[occupation].append(number)
            trades[self._trade(occupation)].append(number)
        few = {one for one, group in alike.items() if len(group) < FEWEST}
        return {n: trades[self._trade(one)] if one in few else alike[one] for n, one in first.items()}

    def _trade(self, occupation: str) -> str:
        return self._catalog.occupations[occupation].trade if occupation else ""


def mixed_profile(people: Sequence[CandidateProfile], number: int) -> CandidateProfile:
    """The first one's wishes and terms, the second one's work, the third one's papers and the fourth one's text."""
    wisher, worker, learner, teller = people
    return replace(
        wisher,
        passages=_mixed_passages([one.passages for one in people], number),
        history=worker.history,
        tasks=worker.tasks,
        held=learner.held,
        denied=learner.denied,
        education_level=learner.education_level,
        text_language=teller.text_language,
        stems=wisher.stems | teller.stems,
    )


def mixed_document(people: Sequence[SearchDocument], profile: CandidateProfile) -> SearchDocument:
    """The document of the mixed profile; the words of each field are those of the person whose part it is."""
    keywords = {
        "occupation": {one.occupation for one in (*profile.wishes, *profile.history)},
        "held": {one.key for one in profile.held},
        "language": {profile.text_language},
        "task": {one.task for one in (*profile.tasks, *profile.wished_tasks)},
    }
    return replace(
        people[0],
        tokens={field: one.tokens[field] for field, one in zip(FIELDS, people, strict=True)},
        keywords={**people[0].keywords, **{field: tuple(sorted(some)) for field, some in keywords.items()}},
        vector=whole_vector(profile.passages),
    )


def _mixed_passages(people: Sequence[Passages], number: int) -> Passages:
    """Each person's passages of their kinds, moved a little."""
    taken = [_of_kinds(one, kinds) for one, kinds in zip(people, KINDS, strict=True)]
    names = [field.name for field in fields(Passages)]
    parts = {name: np.concatenate([getattr(one, name) for one in taken]) for name in names}
    steps, scales = quantised(noisy(parts["vectors"] * parts["scales"][:, None], number))
    return Passages(**{**parts, "vectors": steps, "scales": scales})


def _of_kinds(passages: Passages, kinds: Sequence[PassageKind]) -> Passages:
    rows = np.isin(passages.kinds, kinds)
    terms = passages.terms[np.repeat(rows, passages.term_counts)]
    chosen = {field.name: getattr(passages, field.name)[rows] for field in fields(Passages) if field.name != "terms"}
    return Passages(terms=terms, **chosen)


def _first_wish(profile: CandidateProfile) -> str:
    return profile.wishes[0].occupation if profile.wishes else ""
