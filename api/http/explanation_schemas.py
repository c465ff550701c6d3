"""What is answered about people in lists: why, what would change it, comparing, replaying, proposals."""

from __future__ import annotations

from collections.abc import Mapping

from api.http.schema_parts import NUMBER, TEXT, TRUTH, WHOLE, Schema, a_list, a_map, an_object, or_null, ref
from matcher.lifecycles.orders import OrderState
from matcher.lifecycles.proposals import ProposalState
from matcher.replaying.moves import Move
from matcher.replaying.replays import Sameness
from matcher.why.answer import State

MOMENT: Schema = {"type": "string", "format": "date-time"}
DAY: Schema = {"type": "string", "format": "date"}
PROPOSAL_STATE: Schema = {"type": "string", "enum": [state.value for state in ProposalState]}
ORDER_STATE: Schema = {"type": "string", "enum": [state.value for state in OrderState]}
PARTS = a_map(NUMBER, "Points by name; they sum to the score")
_QUOTE = an_object(
    "Where the words stand in the public format, in characters",
    optional={"index": WHOLE},
    quote=TEXT,
    field=TEXT,
    start=WHOLE,
    end=WHOLE,
)
_RULE = an_object(rule=TEXT, label=TEXT, answer={**TEXT, "description": "Yes, ask or no"}, reason=TEXT)
_AGAINST = an_object(
    "Who stands at the place that the person did not reach",
    cv=TEXT,
    rank=WHOLE,
    score=NUMBER,
    more_by_part=a_map(NUMBER, "Points that they have more, by part; they sum to the difference"),
    reasons=a_list(TEXT),
)
_IN_FULL: Mapping[str, Schema] = {
    "state": {"type": "string", "enum": [state.value for state in State]},
    "rank": WHOLE,
    "score": NUMBER,
    "eligible": TRUTH,
    "ranked": {**WHOLE, "description": "How many were found"},
    "eligible_ranked": WHOLE,
    "shown": WHOLE,
    "parts": PARTS,
    "blocked_by": a_list(TEXT),
    "ask": a_list(TEXT, "What only the person can settle"),
    "rules": a_list(_RULE),
    "against": or_null(_AGAINST),
    "matched": a_list(an_object(order=_QUOTE, cv=_QUOTE), "Words on both sides"),
}
_WHY: Mapping[str, Schema] = {
    "order": TEXT,
    "order_revision": WHOLE,
    "cv": TEXT,
    "cv_revision": WHOLE,
    "summary": TEXT,
    "in_list": TRUTH,
    "reasons": a_list(TEXT),
}
_EASED: Mapping[str, Schema] = {
    "change": TEXT,
    "more": {**WHOLE, "description": "How many more could be proposed"},
    "eligible": WHOLE,
    "sentences": a_list(TEXT),
}
_PERSON_CHANGE = {
    "with": a_list(TEXT),
    "rank": WHOLE,
    "score": NUMBER,
    "reaches_list": TRUTH,
    "sentence": TEXT,
}
_STEP = an_object(state=PROPOSAL_STATE, reason=TEXT, by=TEXT, at=MOMENT)
_PROPOSAL: Mapping[str, Schema] = {
    "order": TEXT,
    "cv": TEXT,
    "state": PROPOSAL_STATE,
    "revision": WHOLE,
    "by": TEXT,
    "at": MOMENT,
    "next": a_list(PROPOSAL_STATE, "What it can become"),
}
_THEN_NOW = an_object(then=or_null(WHOLE), now=or_null(WHOLE))
_VERSIONS = a_map(TEXT, "By part: taxonomy, weights, model, rules, wording")
_PLACE = an_object(
    order=TEXT,
    cv=TEXT,
    cv_revision=WHOLE,
    rank=WHOLE,
    score=NUMBER,
    eligible=TRUTH,
    parts=PARTS,
    reasons=a_list(TEXT),
    blocked_by=a_list(TEXT),
)
_MOVE = an_object(
    cv=TEXT,
    move={"type": "string", "enum": [move.value for move in Move]},
    rank=_THEN_NOW,
    score=an_object(then=or_null(NUMBER), now=or_null(NUMBER)),
    cv_revision=_THEN_NOW,
    points_by_cause=or_null(an_object(cv=NUMBER, order=NUMBER, versions=NUMBER)),
    blocked_by=a_list(TEXT, "Keys of rules"),
    sentence=TEXT,
)

EXPLANATIONS: Mapping[str, Schema] = {
    "Why": an_object(
        "What the reader's role may not know is left out", optional={**_IN_FULL, "synthetic": TRUTH}, **_WHY
    ),
    "OrderChange": an_object(optional={"rank": or_null(WHOLE)}, **_EASED),
    "Changes": an_object(
        person=a_list(an_object(**_PERSON_CHANGE), "For the consultant alone"),
        person_note={**TEXT, "description": "Why `person` is empty"},
        order=a_list(ref("OrderChange")),
    ),
    "OrderChanges": an_object(order=TEXT, changes=a_list(ref("OrderChange"))),
    "Comparison": an_object(
        order=TEXT,
        summary=a_list(TEXT),
        people=a_list(an_object(optional=_IN_FULL, **_WHY, lacks=a_list(TEXT))),
        parts=a_list(an_object(part=TEXT, points=a_list(NUMBER, "The first and the second person"), more=NUMBER)),
    ),
    "Replay": an_object(
        list=or_null(WHOLE),
        order=TEXT,
        given_at=or_null(MOMENT),
        given_by=or_null(TEXT),
        today={**DAY, "description": "The day by which the list was made"},
        rebuilt={"type": "string", "enum": [one.value for one in Sameness]},
        identical=or_null(TRUTH),
        summary=TEXT,
        erased=a_list(TEXT, "Ids of people who have been erased since"),
        order_revision=an_object(then=WHOLE, now=WHOLE),
        versions=an_object(then=_VERSIONS, now=_VERSIONS),
        changed=a_list(TEXT),
        candidates=a_list(_PLACE),
        moves=a_list(_MOVE),
    ),
    "ProposalStep": an_object(**_PROPOSAL),
    "Proposal": an_object(**_PROPOSAL, steps=a_list(_STEP, "Oldest first")),
    "Proposals": an_object(order=TEXT, proposals=a_list(ref("Proposal"))),
    "OrderStanding": an_object(
        order=TEXT,
        state=ORDER_STATE,
        revision={**WHOLE, "description": "Of the state, for `If-Match`; 0 for an order that was never closed"},
        next=a_list(ORDER_STATE, "What it can become"),
        steps=a_list(an_object(state=ORDER_STATE, reason=TEXT, by=TEXT, at=MOMENT), "Oldest first"),
    ),
}
