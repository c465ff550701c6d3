"""A list made again and compared, in its public form."""

from __future__ import annotations

from indexer.intake.json_form import JsonObject
from matcher.lists.place_format import kept_place_to_mapping
from matcher.replaying import sentences
from matcher.replaying.moves import MovedPerson
from matcher.replaying.replays import Replayed, Sameness
from matcher.wording.reader import Reader

SAME = frozenset({Sameness.IDENTICAL, Sameness.IDENTICAL_BUT_ERASED})


def replay_to_mapping(found: Replayed, reader: Reader) -> JsonObject:
    """The list as it was, whether it could be made again, and everybody's move since."""
    given, kept = found.given, found.kept
    return {
        "list": kept.number if kept else None,
        "order": given.order_id,
        "given_at": kept.created_at.isoformat() if kept else None,
        "given_by": kept.created_by if kept else None,
        "today": given.today.isoformat(),
        "rebuilt": found.sameness.value,
        "identical": found.sameness in SAME if kept else None,
        "summary": sentences.verdict(found, reader.words),
        "erased": list(found.erased),
        "order_revision": {"then": found.order_then.revision, "now": found.order_now.revision},
        "versions": {"then": dict(given.versions), "now": dict(found.versions_now)},
        "changed": sentences.what_changed(found, reader.words),
        "candidates": [
            {"order": given.order_id, "cv": one.cv_id, **kept_place_to_mapping(one)} for one in given.candidates
        ],
        "moves": [_move(one, found, reader) for one in found.moves],
    }


def _move(moved: MovedPerson, found: Replayed, reader: Reader) -> JsonObject:
    effects = moved.effects
    return {
        "cv": moved.cv_id,
        "move": moved.move.value,
        "rank": {"then": moved.given.rank if moved.given else None, "now": moved.rank_now},
        "score": {
            "then": moved.given.score if moved.given else None,
            "now": moved.place.scored.score if moved.place else None,
        },
        "cv_revision": {"then": moved.cv_revision_then, "now": moved.cv_revision_now},
        "points_by_cause": {"cv": effects.cv, "order": effects.order, "versions": effects.versions}
        if effects
        else None,
        "blocked_by": [verdict.rule for verdict in moved.blocking],
        "sentence": sentences.move_sentence(moved, found, reader),
    }
