"""The public form of explanations, changes and comparisons, without what the reader may not know."""

from __future__ import annotations

from indexer.intake.json_form import JsonObject
from matcher.eligibility.verdict import Verdict
from matcher.orders.reading_format import quote_to_mapping
from matcher.why import sentences
from matcher.why.answer import State, Why
from matcher.why.change_sentences import change_phrase, easing_phrase, order_sentences, person_sentence
from matcher.why.changes import Changes
from matcher.why.comparing import Comparison, lacking, summary
from matcher.why.differences import side_by_side
from matcher.why.order_changes import OrderOutcome
from matcher.wording.reader import Reader
from matcher.wording.shared_words import MatchedWord
from matcher.wording.verdicts import rule_name
from matcher.wording.views import KEPT_RULE, View, shows_points, shows_quotes, shows_rule


def why_to_mapping(why: Why, reader: Reader) -> JsonObject:
    """The answer to why; `parts` sum to the score."""
    plain: JsonObject = {
        "order": why.order.value.id,
        "order_revision": why.order.revision,
        "cv": why.cv.value.id,
        "cv_revision": why.cv.revision,
        "summary": sentences.summary(why, reader),
        "in_list": why.state is State.LISTED,
    }
    if reader.view is View.EMPLOYER:
        # About people not in the list the employer is told only that, whatever the cause.
        return {**plain, "reasons": list(why.reasons) if why.state is State.LISTED else []}
    return {**plain, **_in_full(why, reader)}


def _in_full(why: Why, reader: Reader) -> JsonObject:
    scored = why.place.scored
    concerned = (verdict for verdict in why.place.eligibility.verdicts if not verdict.beside)
    told = [verdict for verdict in concerned if shows_rule(reader.view, verdict.rule)]
    return {
        "state": why.state.value,
        "rank": why.place.rank,
        "score": scored.score,
        "eligible": why.place.eligibility.eligible,
        "ranked": why.found,
        "eligible_ranked": why.eligible,
        "shown": why.shown,
        "parts": reader.parts(scored),
        "reasons": list(why.reasons),
        "blocked_by": sentences.blocking(why, reader),
        "ask": reader.verdicts(why.place.eligibility.to_ask, why.place),
        "rules": [*(_rule(one, why, reader) for one in told), *_kept_rules(reader)],
        "against": _against(why, reader),
        "matched": [_matched(one) for one in why.matched] if shows_quotes(reader.view) else [],
    }


def _rule(verdict: Verdict, why: Why, reader: Reader) -> JsonObject:
    return {
        "rule": verdict.rule,
        "label": rule_name(verdict.rule, reader.words),
        "answer": verdict.answer.value,
        "reason": reader.verdict(verdict, why.place),
    }


def _kept_rules(reader: Reader) -> list[JsonObject]:
    """One row for all rules that are kept back, the same for everybody."""
    words = reader.words
    if reader.view is View.CONSULTANT:
        return []
    label, reason = rule_name(KEPT_RULE, words), words.sentences["rule_personal"]
    return [{"rule": KEPT_RULE, "label": label, "answer": words.name("answers", "kept"), "reason": reason}]


def _against(why: Why, reader: Reader) -> JsonObject | None:
    if why.against is None or not shows_points(reader.view):
        return None
    pairs = side_by_side(reader.parts(why.place.scored), reader.parts(why.against.scored))
    return {
        "cv": why.against.candidate_id,
        "rank": why.against.rank,
        "score": why.against.scored.score,
        "more_by_part": {pair.name: pair.more for pair in pairs},
        "reasons": sentences.against(why, reader),
    }


def _matched(word: MatchedWord) -> JsonObject:
    """A word on both sides with where it stands on each."""
    return {"order": quote_to_mapping(word.order), "cv": quote_to_mapping(word.cv)}


def changes_to_mapping(changes: Changes, reader: Reader) -> JsonObject:
    """What would change it; what the person could change is for the consultant alone."""
    words = reader.words
    eased = [order_outcome_to_mapping(one, reader) for one in changes.order if _is_told(one, reader.view)]
    if reader.view is not View.CONSULTANT:
        return {"person": [], "person_note": words.sentences["changes_kept"], "order": eased}
    person = [
        {
            "with": [change_phrase(change, reader) for change in one.changes],
            "rank": one.rank,
            "score": round(one.score, 1),
            "reaches_list": one.rank <= changes.shown,
            "sentence": person_sentence(one, changes.shown, reader),
        }
        for one in changes.person
    ]
    note = "" if person else words.sentences["person_nothing"]
    return {"person": person, "person_note": note, "order": eased}


def _is_told(outcome: OrderOutcome, view: View) -> bool:
    return view is View.CONSULTANT or (view is View.COORDINATOR and outcome.more > 0)


def order_outcome_to_mapping(outcome: OrderOutcome, reader: Reader) -> JsonObject:
    """One easing of the order with what it leads to; the place of one person is for the consultant alone."""
    told = order_sentences(outcome, reader)
    plain: JsonObject = {
        "change": easing_phrase(outcome.easing, reader),
        "more": outcome.more,
        "eligible": outcome.eligible,
    }
    if reader.view is not View.CONSULTANT:
        return {**plain, "sentences": told[:1]}
    return {**plain, "rank": outcome.rank, "sentences": told}


def comparison_to_mapping(found: Comparison, reader: Reader) -> JsonObject:
    """Two people side by side: parts that sum, words on both sides, what each lacks."""
    return {
        "order": found.one.order.value.id,
        "summary": summary(found, reader.words),
        "people": [
            {**why_to_mapping(why, reader), "lacks": [reader.demand(demand) for demand in lacking(why.place.scored)]}
            for why in (found.one, found.other)
        ],
        "parts": [{"part": pair.name, "points": [pair.one, pair.other], "more": pair.more} for pair in found.parts],
    }
