"""CVs to candidates: read once, embedded once, whenever a CV changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

import numpy as np

from indexer.documents.neutral_cv import neutral_cv
from indexer.embedding.contract import Embedder, Vectors
from indexer.intake.cv import Cv
from indexer.records.stored import Stored
from matcher.candidates.danish_words import with_danish_words
from matcher.candidates.profile import (
    Candidate,
    CandidateProfile,
    Named,
    PassageKind,
    Passages,
    Qualification,
    Standing,
)
from matcher.candidates.tasks import tasks_done, tasks_wished
from matcher.candidates.telling_words import telling_stems
from matcher.candidates.unfolded import unfolded
from matcher.texts.meaning import meaning_for_ranking
from matcher.texts.quantising import quantised
from matcher.texts.terms import compared_terms, term_length
from taxonomy.catalog import Catalog
from taxonomy.neutral.texts import comparable, comparable_list
from taxonomy.places import places
from taxonomy.reading import read_cv
from taxonomy.reading.cvs.hours import hours_sought
from taxonomy.reading.findings import CvReading, Held, OccupationMention

PASSAGES_OF_A_KIND = 6  # the newest six jobs and the first six wishes say what a list of thirty says
TextPassage = tuple[PassageKind, str, float]


def build_candidates(
    cvs: Sequence[Cv],
    catalog: Catalog,
    embedder: Embedder,
    progress: Callable[[int], None] | None = None,
    written: Sequence[date] | None = None,
) -> list[Candidate]:
    """The candidates of the CVs, in the same order; texts are embedded together, each distinct one once.

    `written` are the days that the CVs speak from; without one, "siden 2014" tells of no years.
    """
    days: Sequence[date | None] = [None] * len(cvs) if written is None else written
    laid = [unfolded(cv, catalog, day) for cv, day in zip(cvs, days, strict=True)]
    neutral = [(neutral_cv(cv), own) for cv, own in laid]  # every word keeps its place
    texts = [passage_texts(cv) for cv, _ in laid]
    vectors = iter_vectors(texts, embedder, progress)
    return [
        Candidate(_profile(cv, read(cv, catalog, day, own), catalog, passages, rows), _standing(cv))
        for (cv, own), day, passages, rows in zip(neutral, days, texts, vectors, strict=True)
    ]


def build_stored(cvs: Sequence[Stored[Cv]], catalog: Catalog, embedder: Embedder) -> list[Candidate]:
    """The same for CVs of the record: each speaks from the day of its last change."""
    days = [stored.changed_at.date() for stored in cvs]
    return build_candidates([stored.value for stored in cvs], catalog, embedder, written=days)


def read(cv: Cv, catalog: Catalog, written: date | None = None, own: int | None = None) -> CvReading:
    """All that the CV's words say on the day that it was written; its text tells of past jobs alone from `own` on."""
    return read_cv(
        headline=cv.headline,
        text=cv.text[:own],
        past="" if own is None else cv.text[own:],
        experience=[(job.title, job.years) for job in cv.experience],
        education=cv.education,
        skills=cv.skills,
        licences=cv.licences,
        languages=cv.languages,
        desired_jobs=cv.desired_jobs,
        written=written,
        catalog=catalog,
    )


def passage_texts(cv: Cv) -> list[TextPassage]:
    """The CV's texts by kind as they are compared, with the years a job was held; at least one, if it says nothing."""
    wishes = dict.fromkeys(map(comparable, cv.desired_jobs[:PASSAGES_OF_A_KIND]))
    jobs = ((comparable(job.title), job.years or 0.0) for job in cv.experience[:PASSAGES_OF_A_KIND])
    said: list[TextPassage] = [
        *((PassageKind.WISH, wish, 0.0) for wish in wishes),
        (PassageKind.HEADLINE, comparable(cv.headline), 0.0),
        *((PassageKind.HISTORY, title, years) for title, years in dict.fromkeys(jobs)),
        (PassageKind.SKILLS, comparable_list(cv.skills), 0.0),
        (PassageKind.EDUCATION, comparable_list(cv.education), 0.0),
        (PassageKind.PROFILE, comparable(cv.text), 0.0),
    ]
    return [passage for passage in said if passage[1]] or [(PassageKind.PROFILE, "", 0.0)]


def iter_vectors(
    texts: Sequence[Sequence[TextPassage]], embedder: Embedder, progress: Callable[[int], None] | None
) -> Iterable[Vectors]:
    """The vectors of each CV's passages, embedded in one call."""
    flat = meaning_for_ranking(embedder).passages([text for passages in texts for _, text, _ in passages], progress)
    ends = np.cumsum([len(passages) for passages in texts])
    return np.split(flat, ends[:-1]) if texts else []


def _passages(passages: Sequence[TextPassage], vectors: Vectors, in_words: Mapping[str, str]) -> Passages:
    terms = [compared_terms(in_words[text]) for _, text, _ in passages]
    steps, scales = quantised(vectors)
    return Passages(
        kinds=np.array([kind for kind, _, _ in passages], np.uint8),
        vectors=steps,
        scales=scales,
        years=np.array([years for _, _, years in passages], np.float32),
        term_counts=np.array([len(ids) for ids in terms], np.uint32),
        terms=np.concatenate(terms),
        term_lengths=np.array([term_length(ids) for ids in terms], np.float32),
    )


def _profile(
    cv: Cv, reading: CvReading, catalog: Catalog, said: Sequence[TextPassage], vectors: Vectors
) -> CandidateProfile:
    free = cv.availability or reading.available_from
    in_words = with_danish_words([text for _, text, _ in said], reading, catalog)
    place = places().get(cv.postcode)
    return CandidateProfile(
        id=cv.id,
        passages=_passages(said, vectors, in_words),
        wishes=_named(reading.wishes),
        refused=_named(reading.refused),
        history=tuple(
            Named(mention.occupation, mention.score, job.title, job.years)
            for job in reading.history
            for mention in job.occupations
        ),
        held=_qualifications(reading.held),
        denied=_qualifications(reading.denied),
        languages=dict(reading.languages),
        wanted_kinds=reading.wanted_kinds,
        refused_kinds=reading.refused_kinds,
        wanted_shifts=reading.wanted_shifts,
        refused_shifts=reading.refused_shifts,
        education_level=reading.education_level,
        hours=cv.hours.value if cv.hours else hours_sought(reading.hours_per_week),
        hours_a_week=reading.hours_per_week,
        availability=free.toordinal() if free else None,
        position=(place.latitude, place.longitude) if place else None,
        max_commute_km=reading.max_commute_km if cv.max_commute_km is None else cv.max_commute_km,
        text_language=reading.text_language,
        stems=telling_stems(cv),
        tasks=tasks_done(cv, reading, catalog),
        wished_tasks=tasks_wished(cv, reading, catalog),
    )


def _named(mentions: Iterable[OccupationMention]) -> tuple[Named, ...]:
    return tuple(Named(mention.occupation, mention.score, mention.quote.text) for mention in mentions)


def _qualifications(held: Iterable[Held]) -> tuple[Qualification, ...]:
    return tuple(
        Qualification(
            found.kind.value,
            found.key,
            found.level,
            found.quote.text,
            found.valid_to.toordinal() if found.valid_to else None,
        )
        for found in held
    )


def _standing(cv: Cv) -> Standing:
    return Standing(cv.cv_approved, cv.match_category, cv.insured, cv.age_group)
