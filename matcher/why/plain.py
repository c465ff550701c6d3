"""Why, what would change it, and comparisons, in their public form; what the reader may not know is not in it."""

from __future__ import annotations

from collections.abc import Mapping

from matcher.eligibility.verdict import Verdict
from matcher.shared_words import MatchedWord
from matcher.why import sentences
from matcher.why.answer import State, Why
from matcher.why.change_sentences import change_phrase, easing_phrase, order_sentences, person_sentence
from matcher.why.changes import Changes
from matcher.why.comparing import Comparison, lacking, summary
from matcher.why.differences import side_by_side
from matcher.why.order_changes import OrderOutcome
from matcher.wording.demands import demand_phrase
from matcher.wording.parts import named_parts
from matcher.wording.tables import Wording
from matcher.wording.verdicts import rule_name, verdict_sentence
from matcher.wording.views import KEPT_RULE, View, quotes, tells_points, tells_rule
from taxonomy.catalog import Catalog
from taxonomy.reading.findings import Quote

Plain = dict[str, object]


def why_to_mapping(why: Why, words: Wording, catalog: Catalog, view: View = View.CONSULTANT) -> Plain:
    """The answer to why; `parts` sum to the score."""
    plain: Plain = {
        "order": why.order.value.id,
        "order_revision": why.order.revision,
        "cv": why.cv.value.id,
        "cv_revision": why.cv.revision,
        "summary": sentences.summary(why, words, catalog, view),
        "in_list": why.state is State.LISTED,
    }
    if view is View.EMPLOYER:
        # Of who is not in the list the employer is told that alone, whatever the cause.
        return {**plain, "reasons": list(why.reasons) if why.state is State.LISTED else []}
    return {**plain, **_in_full(why, words, catalog, view)}


def _in_full(why: Why, words: Wording, catalog: Catalog, view: View) -> Plain:
    scored = why.place.scored
    concerned = (verdict for verdict in why.place.eligibility.verdicts if not verdict.beside)
    told = [verdict for verdict in concerned if tells_rule(view, verdict.rule)]
    return {
        "state": why.state.value,
        "rank": why.place.rank,
        "score": scored.score,
        "eligible": why.place.eligibility.eligible,
        "ranked": why.found,
        "eligible_ranked": why.eligible,
        "shown": why.shown,
        "parts": named_parts(scored, words, catalog, view),
        "reasons": list(why.reasons),
        "blocked_by": sentences.blocking(why, words, catalog, view),
        "ask": [
            verdict_sentence(one, why.place, why.order.value, catalog, words)
            for one in why.place.eligibility.to_ask
            if tells_rule(view, one.rule)
        ],
        "rules": [*(_rule(one, why, words, catalog) for one in told), *_kept_rules(words, view)],
        "against": _against(why, words, catalog, view),
        "matched": [matched_to_mapping(one) for one in why.matched] if quotes(view) else [],
    }


def _rule(verdict: Verdict, why: Why, words: Wording, catalog: Catalog) -> Plain:
    return {
        "rule": verdict.rule,
        "label": rule_name(verdict.rule, words),
        "answer": verdict.answer.value,
        "reason": verdict_sentence(verdict, why.place, why.order.value, catalog, words),
    }


def _kept_rules(words: Wording, view: View) -> list[Plain]:
    """One row for all rules that are kept back, the same for everybody."""
    if view is View.CONSULTANT:
        return []
    label, reason = rule_name(KEPT_RULE, words), words.sentences["rule_personal"]
    return [{"rule": KEPT_RULE, "label": label, "answer": words.name("answers", "kept"), "reason": reason}]


def _against(why: Why, words: Wording, catalog: Catalog, view: View) -> Plain | None:
    if why.against is None or not tells_points(view):
        return None
    pairs = side_by_side(*(named_parts(one.scored, words, catalog, view) for one in (why.place, why.against)))
    return {
        "cv": why.against.candidate_id,
        "rank": why.against.rank,
        "score": why.against.scored.score,
        "more_by_part": {pair.name: pair.more for pair in pairs},
        "reasons": sentences.against(why, words, catalog, view),
    }


def matched_to_mapping(matched: MatchedWord) -> Mapping[str, object]:
    """A word on both sides with where it stands on each."""
    return {"order": _quote(matched.order), "cv": _quote(matched.cv)}


def _quote(quote: Quote) -> Plain:
    plain: Plain = {"quote": quote.text, "field": quote.field, "start": quote.start, "end": quote.end}
    return plain if quote.index is None else {**plain, "index": quote.index}


def changes_to_mapping(changes: Changes, words: Wording, catalog: Catalog, view: View = View.CONSULTANT) -> Plain:
    """What would change it; what the person could change is for the consultant alone."""
    eased = [order_outcome_to_mapping(one, words, catalog, view) for one in changes.order if _is_told(one, view)]
    if view is not View.CONSULTANT:
        return {"person": [], "person_note": words.sentences["changes_kept"], "order": eased}
    person = [
        {
            "with": [change_phrase(change, words, catalog) for change in one.changes],
            "rank": one.rank,
            "score": round(one.score, 1),
            "reaches_list": one.rank <= changes.shown,
            "sentence": person_sentence(one, changes.shown, words, catalog),
        }
        for one in changes.person
    ]
    note = "" if person else words.sentences["person_nothing"]
    return {"person": person, "person_note": note, "order": eased}


def _is_told(outcome: OrderOutcome, view: View) -> bool:
    return view is View.CONSULTANT or (view is View.COORDINATOR and outcome.more > 0)


def order_outcome_to_mapping(outcome: OrderOutcome, words: Wording, catalog: Catalog, view: View) -> Plain:
    """One easing of the order with what it leads to; the place of one person is for the consultant alone."""
    told = order_sentences(outcome, words, catalog)
    plain: Plain = {
        "change": easing_phrase(outcome.easing, words, catalog),
        "more": outcome.more,
        "eligible": outcome.eligible,
    }
    if view is not View.CONSULTANT:
        return {**plain, "sentences": told[:1]}
    return {**plain, "rank": outcome.rank, "sentences": told}


def comparison_to_mapping(found: Comparison, words: Wording, catalog: Catalog, view: View = View.CONSULTANT) -> Plain:
    """Two people side by side: parts that sum, words on both sides, what each lacks."""
    return {
        "order": found.one.order.value.id,
        "summary": summary(found, words),
        "people": [
            {
                **why_to_mapping(why, words, catalog, view),
                "lacks": [demand_phrase(demand, words, catalog) for demand in lacking(why)],
            }
            for why in (found.one, found.other)
        ],
        "parts": [{"part": pair.name, "points": [pair.one, pair.other], "more": pair.more} for pair in found.parts],
    }
