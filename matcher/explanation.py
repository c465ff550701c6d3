"""Why somebody stands where they stand, in sentences that a consultant can read aloud."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice

from indexer.intake.job_order import JobOrder
from matcher.candidates.profile import CandidateProfile, Named, TaskShown
from matcher.orders.tasks import TaskAsked, tasks_asked
from matcher.ranking.conditions import KILOMETRES_AT_MOST, Condition
from matcher.ranking.grades import Grade, GradedDemand
from matcher.ranking.score import Scored
from matcher.ranking.weights import Weights
from matcher.shared_words import RareWords, rare_words
from matcher.shortlist import Place
from matcher.wording.demands import demand_phrase
from matcher.wording.parts import part_name
from matcher.wording.private_words import is_private
from matcher.wording.tables import Wording, wording
from matcher.wording.verdicts import verdict_sentence
from matcher.wording.views import View, quotes, shows_condition, shows_points, shows_rule
from taxonomy.catalog import Catalog
from taxonomy.distance import closeness
from taxonomy.reading.findings import OrderReading, Requirement
from taxonomy.task_reading import bundled_task_reader
from taxonomy.tasks import bundled_tasks

RELATED = 0.3  # closeness below which an occupation is not worth a sentence
SHARED_WORDS = 4
MOST_TASKS = 3  # the best shown
TASK_WORTH_TELLING = 0.3  # of a share: a job held a while usually holds it
COST_WORTH_TELLING = 0.5  # points


def explain(
    place: Place,
    order: JobOrder,
    reading: OrderReading,
    catalog: Catalog,
    weights: Weights,
    *,
    words: Wording | None = None,
    view: View = View.CONSULTANT,
) -> list[str]:
    """The reasons of one place: what fits, what is missing or must be asked of this person, and what decided.

    `words` is the language, Danish if none; `view` is who reads (matcher/wording/views.py).
    """
    return Reasons(order, reading, catalog, weights, words=words, view=view).of(place)


class Reasons:
    """The reasons of any place in one order's list; what is the same for everybody is worked out once."""

    def __init__(
        self,
        order: JobOrder,
        reading: OrderReading,
        catalog: Catalog,
        weights: Weights,
        *,
        words: Wording | None = None,
        view: View = View.CONSULTANT,
    ) -> None:
        self._order, self._catalog, self._weights, self._view = order, catalog, weights, view
        self._words = words or wording()
        self._sought = [mention.occupation for mention in reading.occupations]
        self._tasks = {one.task: one for one in tasks_asked(order, reading, catalog) if one.quote}
        self._shared = rare_words(order)
        self._said: dict[tuple[int, Grade, str], tuple[Requirement, str]] = {}

    def of(self, place: Place) -> list[str]:
        """What fits, what is missing or must be asked of this person, and what decided."""
        scored, catalog, words, view = place.scored, self._catalog, self._words, self._view
        reasons = [
            *_wishes(scored, self._sought, catalog, words, view),
            *_history(scored, self._sought, catalog, words, view),
            *_tasks("tasks_done", self._tasks, scored.profile.tasks, scored.profile.history, words, view),
            *_tasks("tasks_wished", self._tasks, scored.profile.wished_tasks, scored.profile.wishes, words, view),
            *self._demands(scored.demands),
            *_shared(self._shared, scored.profile, words, view),
            *_conditions(scored.conditions, words, view),
            *(
                verdict_sentence(verdict, place, self._order, catalog, words)
                for verdict in place.eligibility.to_ask_of_this_one
                if shows_rule(view, verdict.rule)
            ),
        ]
        if view is not View.CONSULTANT:
            reasons.append(words.say("kept_back"))
        if shows_points(view):
            reasons.append(_why_here(scored, self._weights, catalog, words))
        return list(dict.fromkeys(reasons))

    def _demands(self, demands: Iterable[GradedDemand]) -> Iterator[str]:
        quoting = quotes(self._view)
        for demand in sorted(demands, key=_telling):
            if said := self._demand(demand if quoting else demand._replace(evidence="")):
                yield said

    def _demand(self, demand: GradedDemand) -> str:
        """The sentence, made once a list: by the requirement itself, since to compare it takes as long."""
        requirement, grade, evidence = demand
        known = self._said.get((id(requirement), grade, evidence))
        if known is None:
            known = requirement, _demand(demand, self._words, self._catalog)
            self._said[id(requirement), grade, evidence] = known
        return known[1]


def _wishes(scored: Scored, sought: list[str], catalog: Catalog, words: Wording, view: View) -> Iterator[str]:
    best = _nearest(scored.profile.wishes, sought, catalog)
    if best:
        named, near = best
        what = occupation_name(named.occupation, catalog, words)
        quote = f" ({words.quoted(named.quote)})" if quotes(view) else ""
        yield words.say("wish_same" if near == 1 else "wish_near", occupation=words.with_article(what), quote=quote)


def _history(scored: Scored, sought: list[str], catalog: Catalog, words: Wording, view: View) -> Iterator[str]:
    best = _nearest(scored.profile.history, sought, catalog)
    if best:
        named, near = best
        occupation = words.with_article(occupation_name(named.occupation, catalog, words))
        title = words.quoted(named.quote) if quotes(view) else occupation
        years = words.say("for_years", years=_years(named.years, words)) if named.years else ""
        yield words.say("history_same" if near == 1 else "history_near", title=title, years=years)


def _years(years: float, words: Wording) -> str:
    return words.say("years_one" if years == 1 else "years_many", years=words.short(years))


def _tasks(
    key: str,
    named: Mapping[str, TaskAsked],
    shown: Iterable[TaskShown],
    jobs: Iterable[Named],
    words: Wording,
    view: View,
) -> Iterator[str]:
    """The tasks that the order names and the CV shows, the surest first, with the words of both.

    What the CV does not say, but is usual in one of its jobs, is told as that.
    """
    both = [one for one in shown if one.task in named and one.share >= TASK_WORTH_TELLING]
    best = sorted(both, key=lambda one: (-one.share * named[one.task].weight, one.task))[:MOST_TASKS]
    titles = {job.quote for job in jobs}
    usual = [one for one in best if one.quote in titles and not _names(one.quote, one.task)]
    for sentence, some in ((key, [one for one in best if one not in usual]), (f"{key}_usually", usual)):
        if some:
            told = [_task(one.task, named[one.task].quote, one.quote, words, quotes(view)) for one in some]
            yield words.say(sentence, tasks=words.listed(told))


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


def _nearest(all_named: Iterable[Named], sought: list[str], catalog: Catalog) -> tuple[Named, float] | None:
    best: tuple[Named, float] | None = None
    for named in all_named:
        for wanted in sought:
            near = closeness(catalog, named.occupation, wanted)
            if near >= RELATED and (best is None or near > best[1]):
                best = named, near
    return best


def _demand(demand: GradedDemand, words: Wording, catalog: Catalog) -> str:
    key = _sentence_of(demand)
    if key is None:
        return ""
    quoted = words.quoted(demand.evidence) if demand.evidence else ""
    return words.say(
        key,
        what=demand_phrase(demand, words, catalog),
        quote=f" ({quoted})" if quoted else "",
        named=quoted or words.sentences["not_that"],
    )


def _sentence_of(demand: GradedDemand) -> str | None:
    """The sentence for the grade; none for what was not asked, or is asked by a rule."""
    requirement = demand.requirement
    if demand.grade is Grade.UNKNOWN:
        return "demand_unknown" if requirement.hard and requirement.kind not in ASKED_BY_RULES else None
    if demand.grade is Grade.PROVED and requirement.excluded:
        return None
    speaks = requirement.kind == "language" and demand.grade in SPOKEN
    return SPOKEN[demand.grade] if speaks else SENTENCES.get(demand.grade)


def _telling(demand: GradedDemand) -> tuple[bool, bool]:
    """What is required first, skills last."""
    return not demand.requirement.hard, demand.requirement.kind == "skill"


def _shared(rare: RareWords, profile: CandidateProfile, words: Wording, view: View) -> Iterator[str]:
    shared = (word for number, _, word in rare if number in profile.stems)
    shown = shared if quotes(view) else (word for word in shared if not is_private(word))
    if few := list(islice(shown, SHARED_WORDS)):
        yield words.say("shared_words", words=", ".join(few))


def _conditions(felt: Iterable[Condition], words: Wording, view: View) -> Iterator[str]:
    for condition in felt:
        if not shows_condition(view, condition.name):
            continue
        if condition.name != "kilometre":
            yield words.say(f"condition_{condition.name}")
        elif condition.amount >= KILOMETRES_AT_MOST:
            yield words.say("lives_beyond", km=words.number(KILOMETRES_AT_MOST))
        elif condition.amount >= 1:
            yield words.say("lives_from", km=words.number(condition.amount))
        else:
            yield words.say("lives_near")


def _why_here(scored: Scored, weights: Weights, catalog: Catalog, words: Wording) -> str:
    earned = sorted([(points, name) for name, points in scored.parts[: len(weights.labels)]], reverse=True)[:2]
    most = [_points_for(name, round(points), words) for points, name in earned]
    total = words.say("points_in_all", points=words.points(scored.score), most=words.listed(most))
    points, name = min(((points, name) for name, points in scored.parts), default=(0.0, ""))
    if points >= -COST_WORTH_TELLING:
        return total
    shown = part_name(name, scored.demands, words, catalog)
    return f"{total} {words.say('costs_most', name=shown, points=words.points(-points))}"


@lru_cache(maxsize=10_000)
def _points_for(name: str, points: int, words: Wording) -> str:
    return words.say("points_for", name=words.name("parts", name), points=words.points(points))


# Rules ask about these themselves (matcher/eligibility), so that silence about them is told once.
ASKED_BY_RULES = frozenset(
    {"driving_licence", "certificate", "authorisation", "education", "language", "criminal_record"}
)
SPOKEN = {Grade.PROVED: "language_proved", Grade.LIKELY: "language_likely"}
SENTENCES = {
    Grade.PROVED: "demand_proved",
    Grade.LIKELY: "demand_likely",
    Grade.SHORT: "demand_short",
    Grade.MISSING: "demand_missing",
    Grade.EXCLUDED: "demand_excluded",
}
