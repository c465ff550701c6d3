"""Compares the order's kind with the kinds people ask for, and finds those past what a beginner learns."""

from __future__ import annotations

import numpy as np

from matcher.candidates.crowd import Floats, Mask, Profiles, among
from matcher.candidates.facts import FactKind, codes
from matcher.orders.profile import OrderProfile
from matcher.ranking.occupation_link import OccupationLink
from matcher.ranking.order_demands import codes_proving
from taxonomy.reading.findings import RequirementKind

# People who ask for these have been granted them for health reasons, and health never lowers a score.
KINDS_BY_HEALTH = frozenset({"fleksjob", "skaanejob"})
KINDS_TO_ENTER = frozenset({"virksomhedspraktik", "laereplads", "voksenlaerling", "loentilskud"})
BESIDE_SCHOOL = frozenset({"laereplads", "voksenlaerling", "fritidsjob"})
ORDINARY = "ordinaer"
KINDS_FOR_BEGINNERS = frozenset({"virksomhedspraktik", "laereplads", "fritidsjob"})
# People who know a trade may still be trained in it with pay or hired with a subsidy, if they ask for that.
KINDS_FOR_PRACTISED_WHO_ASK = frozenset({"voksenlaerling", "loentilskud"})
APPRENTICESHIP, ADULT_APPRENTICE = "laereplads", "voksenlaerling"
TRAINED = ("faglaert", "kort", "mellemlang", "lang")  # levels of education that are a training for work
PROVING_TRAINING = frozenset({RequirementKind.EDUCATION, RequirementKind.AUTHORISATION, RequirementKind.CERTIFICATE})
TO_GET_GOING = frozenset({"virksomhedspraktik", "loentilskud"})  # both lead back to work, and people take either
# What else somebody nearly asks for with a kind; a traineeship is also the way that an employer tries an apprentice.
NEAR_KINDS = {
    "virksomhedspraktik": frozenset({"loentilskud", "laereplads"}),
    "loentilskud": frozenset({"virksomhedspraktik"}),
}
# A traineeship and an apprenticeship lead to the same, so wanting one does not refuse the other; a subsidised job leads
# to no training.
NOT_OTHER = {**dict.fromkeys(KINDS_TO_ENTER, KINDS_TO_ENTER), "loentilskud": TO_GET_GOING}
FOR_THE_SAME_WORK = 0.5  # penalty share in an ordinary job for people who would take either for the same work
OTHER_WORK = 0.5  # share that counts of a wish to get going in other work than the order's; a training is for its trade
PRACTISED_FROM = 2.0  # years
RELATED = 0.6  # closeness from which a wish is for the order's work (taxonomy/distance.py), and
MANY_TASKS = 0.5  # share of the order's tasks from which it is


def wished_work(linked: Floats, tasks: Floats) -> Floats:
    """How far the work that people ask for is the order's, from 0 to 1, by occupations and by tasks. Shape (n,)."""
    found: Floats = np.minimum(1.0, np.maximum(linked / RELATED, tasks / MANY_TASKS))
    return found


def kind_conditions(
    order: OrderProfile, people: Profiles, wished_work: Floats, link: OccupationLink | None = None
) -> dict[str, Floats]:
    """Conditions for people who ask for this kind of job or only another, or are past what a beginner learns.

    `wished_work` is how far the work that each asks for is the order's, from 0 to 1. Shape (n,).
    Without the order's `link` no work is kindred to its own.
    """
    kind = order.order_type
    wanted = people.have_key(FactKind.WANTED_KIND, kind)
    refused = people.have_key(FactKind.REFUSED_KIND, *({kind} - KINDS_BY_HEALTH))
    return {
        "kind_wanted": _for_the_work(kind, wanted, wished_work),
        "near_kind_wanted": _for_the_work(kind, _wants_a_near_one(kind, people) & ~wanted, wished_work),
        "kind_refused": where_it_holds(refused),
        "other_kind_wanted": _another(kind, people, wanted, wished_work),
        "practised": where_it_holds(_past_learning(order, people, link)),
        "trained_already": where_it_holds(_trained_already(order, people)),
    }


def where_it_holds(holds: Mask) -> Floats:
    """1 for whom it holds, NaN for the others. Shape (n,)."""
    return np.where(holds, 1.0, np.nan)


def _for_the_work(kind: str, wanted: Mask, wished_work: Floats) -> Floats:
    """A kind that leads into a trade is wanted for the trade's sake: in other work it counts less, or not at all."""
    least = OTHER_WORK if kind in TO_GET_GOING else 0.0
    share = least + (1 - least) * wished_work if kind in KINDS_TO_ENTER else np.ones(len(wanted))
    return np.where(wanted & (share > 0), share, np.nan)


def _wants_a_near_one(kind: str, people: Profiles) -> Mask:
    """Who asks for a kind that leads where this one does."""
    return people.have_key(FactKind.WANTED_KIND, *NEAR_KINDS.get(kind, ()))


def _another(kind: str, people: Profiles, wanted: Mask, wished_work: Floats) -> Floats:
    """The share for people who ask only for another kind; less where that kind would lead them into the work."""
    against = np.ones(len(people))
    if kind == ORDINARY:
        going = people.have_key(FactKind.WANTED_KIND, *TO_GET_GOING) & ~people.have_key(
            FactKind.WANTED_KIND, *BESIDE_SCHOOL
        )
        against = np.where(going, 1 - (1 - FOR_THE_SAME_WORK) * wished_work, 1.0)
    return np.where(_wants_another(kind, people) & ~wanted, against, np.nan)


def _wants_another(kind: str, people: Profiles) -> Mask:
    kinds = people.rows(FactKind.WANTED_KIND)
    other = people.owners(kinds.owner[~among(kinds.codes, codes(sorted(KINDS_BY_HEALTH)))])
    same: Mask = other & ~people.have_key(FactKind.WANTED_KIND, *NOT_OTHER.get(kind, ()))
    return same


def _past_learning(order: OrderProfile, people: Profiles, link: OccupationLink | None) -> Mask:
    practised, kind = _practised(order, people), order.order_type
    if kind == APPRENTICESHIP and link is not None:
        return practised | (link.long_held(people) & ~_asks_to_enter(people))
    if kind in KINDS_FOR_BEGINNERS:
        return practised
    return practised & ~_asks_to_enter(people) if kind in KINDS_FOR_PRACTISED_WHO_ASK else people.nobody()


def _asks_to_enter(people: Profiles) -> Mask:
    return people.have_key(FactKind.WANTED_KIND, *KINDS_TO_ENTER)


def _trained_already(order: OrderProfile, people: Profiles) -> Mask:
    """Who has a training, asks for no other and is sought as an adult apprentice.

    Whose papers prove something that the order asks for is not among them: proof must never cost.
    """
    if order.order_type != ADULT_APPRENTICE:
        return people.nobody()
    found = people.have_key(FactKind.EDUCATION_LEVEL, *TRAINED) & ~_asks_to_enter(people)
    for asked in (*order.reading.requirements, *order.reading.mentioned):
        if asked.kind in PROVING_TRAINING and not asked.excluded:
            found &= ~people.have(FactKind.HELD, codes_proving(asked))
    return found


def _practised(order: OrderProfile, people: Profiles) -> Mask:
    """Mask of people who have worked in the very thing a beginner is to learn."""
    rows = people.rows(FactKind.HISTORY)
    long_enough = np.nan_to_num(rows.years) >= PRACTISED_FROM
    return people.owners(rows.owner[among(rows.codes, codes(order.sought[:2])) & long_enough])
