"""Sentences about a person's evidence: jobs wished for and held, tasks, and words shared with the order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from matcher.candidates.profile import CandidateProfile, Named, TaskShown
from matcher.orders.tasks import TaskAsked
from matcher.wording.private_words import is_private
from matcher.wording.reader import Reader
from matcher.wording.shared_words import RareWords
from matcher.wording.tables import Wording
from matcher.wording.views import shows_quotes
from taxonomy.catalog import Catalog
from taxonomy.distance import closeness
from taxonomy.tasks.reading import bundled_task_reader
from taxonomy.tasks.vocabulary import bundled_tasks

RELATED = 0.3  # closeness below which an occupation is not worth a sentence
MOST_SHARED_WORDS = 4
MOST_TASKS = 3  # the best shown
TASK_WORTH_A_SENTENCE = 0.3  # of a share: a job held a while usually holds it


def wish_sentences(profile: CandidateProfile, sought: Sequence[str], reader: Reader) -> Iterator[str]:
    """The job wished for that is nearest to what the order seeks."""
    nearest = _nearest(profile.wishes, sought, reader.catalog)
    if nearest:
        (named, near), words = nearest, reader.words
        occupation = words.with_article(occupation_name(named.occupation, reader.catalog, words))
        quote = f" ({words.quoted(named.quote)})" if shows_quotes(reader.view) else ""
        yield words.say("wish_same" if near == 1 else "wish_near", occupation=occupation, quote=quote)


def history_sentences(profile: CandidateProfile, sought: Sequence[str], reader: Reader) -> Iterator[str]:
    """The job held that is nearest to what the order seeks, and for how long."""
    nearest = _nearest(profile.history, sought, reader.catalog)
    if nearest:
        (named, near), words = nearest, reader.words
        occupation = words.with_article(occupation_name(named.occupation, reader.catalog, words))
        title = words.quoted(named.quote) if shows_quotes(reader.view) else occupation
        years = words.say("for_years", years=_years(named.years, words)) if named.years else ""
        yield words.say("history_same" if near == 1 else "history_near", title=title, years=years)


def _years(years: float, words: Wording) -> str:
    return words.say("years_one" if years == 1 else "years_many", years=words.short(years))


def task_sentences(
    key: str, asked: Mapping[str, TaskAsked], shown: Iterable[TaskShown], jobs: Iterable[Named], reader: Reader
) -> Iterator[str]:
    """The tasks that the order names and the CV shows, the surest first, with the words of both.

    What the CV does not say, but is usual in one of its jobs, is told as that.
    """
    both = [one for one in shown if one.task in asked and one.share >= TASK_WORTH_A_SENTENCE]
    best = sorted(both, key=lambda one: (-one.share * asked[one.task].weight, one.task))[:MOST_TASKS]
    titles, words = {job.quote for job in jobs}, reader.words
    usual = [one for one in best if one.quote in titles and not _names(one.quote, one.task)]
    for sentence, tasks in ((key, [one for one in best if one not in usual]), (f"{key}_usually", usual)):
        if tasks:
            quoting = shows_quotes(reader.view)
            phrases = [_task(one.task, asked[one.task].quote, one.quote, words, quoting) for one in tasks]
            yield words.say(sentence, tasks=words.listed(phrases))


@lru_cache(maxsize=10_000)
def _names(said: str, task: str) -> bool:
    return any(found.task == task for found in bundled_task_reader().find(said))


@lru_cache(maxsize=10_000)
def _task(task: str, asked: str, shown: str, words: Wording, quoting: bool) -> str:
    known = bundled_tasks().get(task)
    english = words.sentences["occupation_name"] != "label"
    name = known.english if known and english else task
    if not quoting:
        return name
    return words.say("task_quoted", task=name, order=words.quoted(asked), cv=words.quoted(shown))


def occupation_name(occupation: str, catalog: Catalog, words: Wording) -> str:
    """What the language calls the occupation."""
    found = catalog.occupations[occupation]
    return found.label if words.sentences["occupation_name"] == "label" else found.english


def _nearest(named_by_cv: Iterable[Named], sought: Sequence[str], catalog: Catalog) -> tuple[Named, float] | None:
    best: tuple[Named, float] | None = None
    for named in named_by_cv:
        for wanted in sought:
            near = closeness(catalog, named.occupation, wanted)
            if near >= RELATED and (best is None or near > best[1]):
                best = named, near
    return best


def shared_word_sentences(rare: RareWords, profile: CandidateProfile, reader: Reader) -> Iterator[str]:
    """Rare words that stand both in the order and in the CV."""
    shared = (word for number, _, word in rare if number in profile.stems)
    shown = shared if shows_quotes(reader.view) else (word for word in shared if not is_private(word))
    if few := list(islice(shown, MOST_SHARED_WORDS)):
        yield reader.words.say("shared_words", words=", ".join(few))
