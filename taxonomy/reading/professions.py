""" "Dansk autorisation" and "autoriseret" alone: the profession stands elsewhere in the order."""

from __future__ import annotations

from collections.abc import Sequence

from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.thing import Thing
from taxonomy.reading.things import wording_index
from taxonomy.reading.vocabulary import load_vocabulary
from taxonomy.reading.words import Word

_BARE = (
    "aut",
    "statsaut",
    "statsautoriseret",
    "autorisation",
    "autorisationen",
    "autoriseret",
    "autoriserede",
    "authorised",
    "authorisation",
)


def professions(words: Sequence[Word], titles: Sequence[str]) -> list[str]:
    """The keys of the professions with an authorisation that the words or the titles' labels name."""
    labelled = [title for title in titles if (RequirementKind.AUTHORISATION, title) in load_vocabulary()]
    return labelled + [
        wording.entry.key
        for match in wording_index().find(words)
        for wording in match.payloads
        if wording.entry.kind is RequirementKind.AUTHORISATION and len(words[match.first].key) > 2
    ]


def bare_authorisations(words: Sequence[Word], found: Sequence[Thing], known: Sequence[str]) -> list[Thing]:
    """The authorisations that the words ask for without a profession, as those of the first one known."""
    if not known or any(thing.kind is RequirementKind.AUTHORISATION for thing in found):
        return []
    return [
        Thing(RequirementKind.AUTHORISATION, known[0], index, index)
        for index, word in enumerate(words)
        if word.key in _BARE
    ][:1]
