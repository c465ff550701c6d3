"""Words the comparison of an earlier list with today's."""

from __future__ import annotations

from collections.abc import Iterator

from matcher.replaying.moves import Move, MovedPerson
from matcher.replaying.replays import Replayed
from matcher.why.differences import WORTH_TELLING, side_by_side
from matcher.wording.parts import part_name
from matcher.wording.reader import Reader
from matcher.wording.tables import Wording

PARTS = 2
SENTENCES = {
    Move.UP: "moved_up",
    Move.DOWN: "moved_down",
    Move.CAME: "came",
    Move.WENT: "went",
    Move.STAYED: "stayed",
}


def verdict(found: Replayed, words: Wording) -> str:
    """Whether the list could be made again, and whether it is the same."""
    made_with = [
        f"{words.name('versions', part)} {made}"
        for part, made in found.given.versions.items()
        if found.versions_now.get(part) != made
    ]
    return words.say(
        f"replay_{found.sameness.value}",
        people=words.counted(len(found.erased), "people"),
        versions=words.listed(made_with),
    )


def what_changed(found: Replayed, words: Wording) -> list[str]:
    """What is otherwise now: the order's revision and the versions."""
    then, now = found.order_then.revision, found.order_now.revision
    told = [words.say("revision_order", then=then, now=now) if then != now else words.say("revision_same", now=now)]
    if found.corrected_since:
        told.append(words.sentences["reading_corrected"])
    if changed := _versions(found, words):
        told.append(words.say("now_made_with", versions=changed))
    return told


def _versions(found: Replayed, words: Wording) -> str:
    changed = found.changed_versions.items()
    return words.listed(
        [words.say("because_version", name=words.name("versions", part), now=now) for part, now in changed]
    )


def moves(found: Replayed, reader: Reader) -> list[str]:
    """Who moved, came and went, and because of what; nothing of those who stayed."""
    moved = [one for one in found.moves if one.move is not Move.STAYED]
    nothing = reader.words.sentences["replay_nothing_changed"]
    return [move_sentence(one, found, reader) for one in moved] or [nothing]


def move_sentence(moved: MovedPerson, found: Replayed, reader: Reader) -> str:
    """What became of one person and why."""
    words = reader.words
    then, now = (moved.given.rank if moved.given else 0), moved.rank_now
    what = words.say(SENTENCES[moved.move], cv=moved.cv_id, then=then, now=now)
    told = list(_reasons(moved, found, reader))
    if moved.move is Move.STAYED and not told:
        return f"{what}."
    reasons = words.listed(told or [words.sentences["because_others"]])
    if parts := _parts(moved, reader):
        reasons = f"{reasons}, {parts}"
    return words.say("because", what=what, reasons=reasons)


def _reasons(moved: MovedPerson, found: Replayed, reader: Reader) -> Iterator[str]:
    words = reader.words
    if moved.place is None:
        yield words.sentences["because_erased"]
        return
    if moved.move is Move.WENT and moved.blocking:
        for one in moved.blocking:
            said = reader.verdict(one, moved.place)
            yield words.say("because_rule", reason=said.rstrip("."))
    if moved.move is Move.CAME:
        if moved.cv_revision_then is None:
            yield words.sentences["because_new_cv"]
        elif moved.effects and not moved.effects.eligible_then:
            yield words.sentences["because_allowed"]
    if _against_the_score(moved):
        yield words.sentences["because_others"]
    else:
        yield from _points(moved, found, words)


def _against_the_score(moved: MovedPerson) -> bool:
    """Whether the person rose on fewer points or sank on more, so that it was the others who moved."""
    change = moved.score_change
    if change is None and moved.effects:
        change = moved.effects.cv + moved.effects.order
    rose = moved.move in {Move.UP, Move.CAME}
    stayed = moved.move is Move.STAYED
    return bool(change) and not stayed and rose == ((change or 0.0) < 0) and not moved.blocking


def _points(moved: MovedPerson, found: Replayed, words: Wording) -> Iterator[str]:
    """Each cause with what it was worth."""
    effects = moved.effects
    if effects is None:
        return
    if abs(effects.cv) >= WORTH_TELLING:
        yield words.say("because_cv", points=words.signed(effects.cv))
    if abs(effects.order) >= WORTH_TELLING:
        yield words.say(_because_of_the_order(found), points=words.signed(effects.order))
    if abs(effects.versions or 0.0) >= WORTH_TELLING:
        yield words.say(
            "because_versions", versions=_versions(found, words), points=words.signed(effects.versions or 0.0)
        )


def _because_of_the_order(found: Replayed) -> str:
    if found.order_then.revision != found.order_now.revision:
        return "because_order"
    return "because_reading" if found.corrected_since else "because_day"


def _parts(moved: MovedPerson, reader: Reader) -> str:
    """The parts of the score that changed most; nothing where it did not change."""
    if moved.given is None or moved.place is None or abs(moved.score_change or 0.0) < WORTH_TELLING:
        return ""
    words, scored = reader.words, moved.place.scored
    then: dict[str, float] = {}
    for name, points in moved.given.parts.items():
        shown = part_name(name, scored.demands, words, reader.catalog)
        then[shown] = then.get(shown, 0.0) + points
    pairs = side_by_side(then, reader.parts(scored))
    changed = [pair for pair in pairs if abs(pair.more) >= WORTH_TELLING][:PARTS]
    told = [words.say("points_for", name=pair.name, points=words.signed(pair.more)) for pair in changed]
    return words.say("because_parts", parts=words.listed(told))
