"""Work that a CV's running text tells of: which of the jobs it names were held, how long and until when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache

from taxonomy.reading.cue import CueInText
from taxonomy.reading.cvs.time import time_spans
from taxonomy.reading.cvs.time_words import TimeSpan, time_words
from taxonomy.reading.findings import JobHeld
from taxonomy.reading.job_titles.workplaces import IMPLIED
from taxonomy.reading.moods.cue_finding import cues_in
from taxonomy.reading.moods.governing_cue import meanings_of
from taxonomy.reading.moods.negation import is_negator
from taxonomy.reading.span import Span
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word

_CUES = "cv_work.toml"
_MEANINGS = frozenset({"worked"})
_OPENS = 2  # words from a clause's start within which its time belongs to the clause before it
_NEAR = 6  # words between a denial and the job
_SCHOOLING = word_set("cv_claims", "schooling")
_BEING = frozenset({"er", "am", "som"})  # "jeg er mor til tre og har været kok"
_TRAINED, _FROM = word_set("cv_claims", "trained"), frozenset({"fra", "from"})


def told_beside(listed: Sequence[JobHeld], told: Iterable[JobHeld]) -> Iterator[JobHeld]:
    """The told jobs that a list of jobs lacks, or whose years it lacks; each occupation once, where most years are.

    Beside a list of jobs only titles count: its writer has said what the work was, and running text says where.
    """
    counted = {mention.occupation for job in listed for mention in job.occupations if job.years is not None}
    known = {mention.occupation for job in listed for mention in job.occupations}
    for job in sorted(told, key=lambda one: -(one.years or 0.0)):
        new = {mention.occupation for mention in job.occupations}
        if (listed and job.occupations[0].score <= IMPLIED) or new <= (known if job.years is None else counted):
            continue
        yield job
        known |= new
        counted |= new


def work_cues(words: Sequence[Word]) -> list[CueInText]:
    """The wordings that say that a job is or was held."""
    return cues_in(words, _CUES, _MEANINGS)


def beside_work(cues: Sequence[CueInText], work: Sequence[CueInText]) -> list[CueInText]:
    """The cues but those within a longer wording of work: the "ka" of "waxaan ka shaqeeyay" wishes nothing."""
    taken = [(one.first, one.last) for one in work if one.last > one.first]
    return [cue for cue in cues if not any(first <= cue.first and cue.last < last for first, last in taken)]


class WorkTold:
    """The times and the words of working (`cues`) in one run of sentences."""

    def __init__(
        self, words: Sequence[Word], spans: Sequence[Span], cues: Sequence[CueInText], written: date | None
    ) -> None:
        self._words, self._spans = words, spans
        self._times = time_spans(words, written)
        self._worked = meanings_of(words, spans, cues) if cues else [None] * len(spans)

    def held(self, number: int) -> TimeSpan | None:
        """How long the job of a span was held; empty times where nothing says; None where it is not told as held."""
        span = self._spans[number]
        if self._is_denied(span) or self._is_of_kin(span) or self._is_learnt(span):
            return None
        time = self._time_of(span)
        if self._worked[number] is not None:
            return time or TimeSpan(span.first, span.last, None)
        return None if time is None or self._is_trained(span, time) else time

    def _is_learnt(self, span: Span) -> bool:
        """ "Sygeplejerskeuddannelsen", "droppede ud som elektriker": school for it, not work in it."""
        behind = {word.key for word in self._words[span.last + 1 : span.last + 2]}
        left = any(word.clause == self._words[span.first].clause and word.key in _away() for word in self._words)
        return left or not behind.isdisjoint(_SCHOOLING)

    def _is_trained(self, span: Span, time: TimeSpan) -> bool:
        """ "SSH fra 2019", "udlært siden 2004": since when somebody has the training."""
        if not time.open:
            return False
        clause = self._words[span.first].clause
        before = self._words[max(0, span.first - _NEAR) : span.first]
        behind = time.first > span.last and self._words[time.first].key in _FROM
        return behind or any(word.clause == clause and word.key in _TRAINED for word in before)

    def _time_of(self, span: Span) -> TimeSpan | None:
        """The time in its own clause, else one that opens the next or makes up the one before, of no other job."""
        own = self._words[span.first].clause
        sentence = self._words[span.first].sentence
        inside = [time for time in self._times if self._words[time.first].sentence == sentence]
        same = [time for time in inside if own in {self._words[time.first].clause, self._words[time.last].clause}]
        if same:
            return self._nearest(span, same)
        behind = [time for time in inside if self._clause(time) == own + 1 and self._opens(time)]
        if behind and not self._has_job(own + 1):
            return behind[0]
        before = [time for time in inside if self._clause(time) == own - 1 and not self._tells_of_before(own)]
        return before[-1] if before and not self._has_job(own - 1) else None

    def _nearest(self, span: Span, times: Sequence[TimeSpan]) -> TimeSpan:
        """ "Two years as a cook and five as a waiter": a clause that opens with a time tells it before each job."""
        jobs = [other for other in self._spans if self._words[other.first].clause == self._words[span.first].clause]
        lasting = [time for time in times if time.years is not None] or list(times)
        before = [time for time in lasting if time.last < span.first]
        behind = [time for time in lasting if time.first > span.last]
        opens = lasting[0].first < min(job.first for job in jobs)
        own = [time for time in behind if not any(span.last < job.first < time.first for job in jobs)]
        if len(jobs) > 1 and len(lasting) > 1:
            return before[-1] if opens and before else (own or behind or lasting)[0]
        return min(lasting, key=lambda time: min(abs(time.first - span.last), abs(span.first - time.last)))

    def _clause(self, time: TimeSpan) -> int:
        return self._words[time.first].clause

    def _opens(self, time: TimeSpan) -> bool:
        start = next(at for at, word in enumerate(self._words) if word.clause == self._clause(time))
        return time.first - start <= _OPENS

    def _tells_of_before(self, clause: int) -> bool:
        """ "Tre år som kok, før det i en butik": the time is that of the clause before alone."""
        return next(word.key for word in self._words if word.clause == clause) in time_words("before_that")

    def _has_job(self, clause: int) -> bool:
        return any(self._words[span.first].clause == clause for span in self._spans)

    def _is_denied(self, span: Span) -> bool:
        clause = self._words[span.first].clause
        before = range(max(0, span.first - _NEAR), span.first)
        return any(self._words[at].clause == clause and is_negator(self._words, at) for at in before)

    def _is_of_kin(self, span: Span) -> bool:
        """ "Min mand er kok"."""
        words = self._words
        return any(
            words[at].key in _kin() and words[at].clause == words[span.first].clause and words[at - 1].key not in _BEING
            for at in range(max(0, span.first - _NEAR), span.first)
        )


@cache
def _away() -> frozenset[str]:
    return time_words("away")


@cache
def _kin() -> frozenset[str]:
    return time_words("kin")
