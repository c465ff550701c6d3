"""Finds the cues of a text: the wordings that demand, wish, waive or exclude, with denials turned over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache

from taxonomy.files import DATA, TaxonomyFile, comma_list
from taxonomy.language import fold
from taxonomy.reading.cue import EXCLUDED, HARD, NEUTRAL, SOFT, WAIVED, WEAKER, Cue, CueInText
from taxonomy.reading.moods.contrast import contrasted
from taxonomy.reading.moods.cue_parts import CLOSING, HEADING, composed_cues
from taxonomy.reading.moods.negation import is_negator, with_negations
from taxonomy.reading.moods.person_verbs import verbs_of_the_person
from taxonomy.reading.text.phrases import Found, PhraseIndex
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import BUT, Word

ORDER_CUES, CV_CUES = "cues.toml", "cv_cues.toml"
DEMANDING, ASKING = frozenset({HARD, SOFT, WAIVED, EXCLUDED}), frozenset({"asked"})
_SIDES = ("before", "after", "around")
_ADVERBS = word_set("cues", "adverbs")
_OF_CVS = frozenset({"klar"})  # "klar til nat" is what somebody wishes, "et klart krav" no more than a demand
_CONNECTORS = word_set("cues", "connectors")
# What somebody who has or can it does: "CIP skal man kende".
_YOU = frozenset({"du", "man", "vi", "de", "I"})
_LEADS = frozenset({"at", "om", "hvis", "that", "if"})
_IF = frozenset({"hvis", "if", "naar"})
_IF_ONLY = frozenset({"bare", "blot"})  # "ligeglad med truck, bare man er frisk"
_OR = frozenset({"eller", "og", "or", "and"})
_MISSPELT_NOT = word_set("cues", "misspelt_not")
_NOT = "ikke"
_DENIED_ALONE = 2  # words behind a verb: "ikke går op i", while "ikke kræver" is denied by rule
_NEVER_TURNED = frozenset({"er", "har"})  # "ikke har allerede" is nobody's order
# Nouns for those who demand or give, and for those who are sought, go by their pronoun.
# "M." is how notes write "med".
_SAME = {
    **dict.fromkeys(word_set("cues", "employers"), "vi"),
    **dict.fromkeys(word_set("cues", "sought"), "du"),
    "m": "med",
    "an": "a",  # "a big advantage" is "an advantage"
    # As people type and speak.
    "ka": "kan",
    "ska": "skal",
    "ku": "kunne",
    "sku": "skulle",
    "ha": "have",
}
_DEMANDS = frozenset({"krav", "kravet", "kravene", "betingelse", "betingelser", "requirement", "requirements"})
_OPENS_A_LIST = (":", "?", "\n")
_EXCEPT = word_set("cues", "except")
_FURTHER = word_set("cues", "verbs")


@cache
def cue_index(file: str, meanings: frozenset[str]) -> PhraseIndex[Cue]:
    """The cues of one file with these meanings and the neutral ones; one that may stand on either side has both."""
    return PhraseIndex(
        (
            (
                wording,
                Cue(
                    meaning,
                    bool(found & {"before", "around", HEADING}),
                    bool(found & {"after", "around", CLOSING}),
                    closing=found == {CLOSING},
                    heading=found == {HEADING},
                ),
            )
            for (wording, meaning), found in _sides(file, meanings).items()
        ),
        inflected=False,
        same=_SAME,
        composed=True,
    )


def _sides(file: str, meanings: frozenset[str]) -> dict[tuple[str, str], set[str]]:
    """The sides on which each wording with its meaning may stand."""
    sides: dict[tuple[str, str], set[str]] = defaultdict(set)
    adverbs = _adverbs_of(file)
    for meaning, table in TaxonomyFile(DATA / "reading" / file).tables(required=frozenset(_SIDES)):
        if meaning not in {*meanings, NEUTRAL}:
            continue
        for side in _SIDES:
            for wording in comma_list(str(table[side])):
                sides[_without_adverbs(wording, adverbs), meaning].add(side)
    for wording, meaning, side in composed_cues(meanings) if file == ORDER_CUES else ():
        sides[_without_adverbs(wording), meaning].add(side)
    return _with_clause_order(sides)


def _with_clause_order(sides: dict[tuple[str, str], set[str]]) -> dict[tuple[str, str], set[str]]:
    """The wordings, and those that deny a verb as clauses do: "(som vi) ikke går på kompromis med"."""
    for (wording, meaning), found in list(sides.items()):
        first, *rest = wording.split()
        if rest[:1] == [_NOT] and len(rest) > _DENIED_ALONE and first.endswith("r") and first not in _NEVER_TURNED:
            turned = " ".join((_NOT, first, *rest[1:]))
            sides.setdefault((turned, meaning), set()).update(found - {HEADING})
    return sides


def cue_words() -> frozenset[str]:
    """Every word of the cues of orders."""
    return frozenset(word for meanings in (DEMANDING, ASKING) for word in cue_index(ORDER_CUES, meanings).words())


def _adverbs_of(file: str) -> frozenset[str]:
    return _ADVERBS - _OF_CVS if file == CV_CUES else _ADVERBS


def _without_adverbs(wording: str, adverbs: frozenset[str] = _ADVERBS) -> str:
    kept = [same for word in wording.split() if (same := _same_word(word, adverbs))]
    return " ".join(kept) or wording


@cache
def _same_word(word: str, adverbs: frozenset[str]) -> str:
    """The word by which it goes, empty for an adverb: there are few, and each stands in thousands of cues."""
    return "" if fold(word) in adverbs else _SAME.get(fold(word), word)


def cues_in(words: Sequence[Word], file: str, meanings: frozenset[str], names: Collection[int] = ()) -> list[CueInText]:
    """The cues with one of these meanings, in text order; adverbs between their words do not matter.

    `names` are the words of names, in which no cue stands: the plus of "Proløn Plus".
    """
    spelt = [replace(word, key=_NOT) if word.key in _MISSPELT_NOT else word for word in words]
    adverbs = _adverbs_of(file)
    kept = [index for index, word in enumerate(spelt) if word.key not in adverbs]
    index = cue_index(file, meanings)
    found: list[CueInText] = []
    covered: set[int] = set()
    for match in _standing(index, spelt, kept):
        if all(place in names for place in range(match.first, match.last + 1)):
            continue
        chosen = [cue for cue in match.payloads if cue.meaning in meanings]
        found.extend(_placed(words, cue, match.first, match.last) for cue in chosen[:1])
        if chosen and any(is_negator(spelt, place) for place in range(match.first, match.last + 1)):
            covered.update(range(match.first, match.last + 1))
    if HARD not in meanings:
        return found

    def find(places: list[int]) -> list[Found[Cue]]:
        return list(_standing(index, spelt, [place for place in places if spelt[place].key not in _ADVERBS]))

    found = with_negations(spelt, found, frozenset(covered), find)
    found = contrasted(words, [_placed(words, cue.cue, cue.first, cue.last) for cue in found])
    found = sorted([*found, *verbs_of_the_person(words, found)], key=lambda cue: cue.first)
    return _continued(words, _joined(words, found))


def _matches(index: PhraseIndex[Cue], words: Sequence[Word], places: Sequence[int]) -> list[Found[Cue]]:
    """The cues of the words at these places, their ends counted in all the words."""
    found = index.find([words[place] for place in places])
    return [Found(places[match.first], places[match.last], match.payloads) for match in found]


def _standing(index: PhraseIndex[Cue], words: Sequence[Word], places: Sequence[int]) -> Iterator[Found[Cue]]:
    """The cues that may stand where they do; a longer one that may not makes room for the shorter ones in it."""
    for match in _matches(index, words, places):
        standing = tuple(cue for cue in match.payloads if _may_stand(words, cue, match.last))
        if standing or match.first == match.last:
            yield Found(match.first, match.last, standing)
            continue
        inside = [place for place in places if match.first <= place <= match.last]
        shorter = list(_standing(index, words, inside[:-1]))
        yield from shorter or _standing(index, words, inside[1:])


def _may_stand(words: Sequence[Word], cue: Cue, last: int) -> bool:
    """A closing cue only at the end of its clause, one of headings only before a colon, a question mark or a line."""
    if not (cue.closing or cue.heading):
        return True
    end = last + 1
    while end < len(words) and words[end].key in _ADVERBS and words[end].clause == words[last].clause:
        end += 1
    if end >= len(words):
        return cue.closing
    gap = words[end].gap.lstrip(" ")
    return gap.startswith(_OPENS_A_LIST) or (cue.closing and words[end].clause != words[last].clause)


def _placed(words: Sequence[Word], cue: Cue, first: int, last: int) -> CueInText:
    """ "Det er ikke et krav, at du har": what else stands behind its things, here leads into them."""
    leads = last + 1 < len(words) and words[last + 1].key in _LEADS and words[last + 1].sentence == words[last].sentence
    leads = leads and not (last + 2 < len(words) and words[last + 2].key in _IF_ONLY)  # "hvis bare man kan engelsk"
    return CueInText(replace(cue, before=True) if leads else cue, first, last)


def _joined(words: Sequence[Word], found: Sequence[CueInText]) -> list[CueInText]:
    """ "Ikke et krav, at du har" waives, "gerne uddannet" wishes: a duty word right behind another cue adds nothing."""
    joined: list[CueInText] = []
    for cue in found:
        before = joined[-1] if joined else None
        if before is not None and _leads_into(words, before, cue):
            joined[-1] = CueInText(before.cue, before.first, cue.last)
        else:
            joined.append(cue)
    return joined


def _continued(words: Sequence[Word], found: Sequence[CueInText]) -> list[CueInText]:
    """ "Ikke et krav, at du er uddannet, eller at du har kørekort": what leads into the first leads into both."""
    continued: list[CueInText] = []
    for cue in found:
        joins = cue.first > 1 and words[cue.first - 1].key in _LEADS and words[cue.first - 2].key in _OR
        leading = [
            one
            for one in continued
            if one.cue.before and words[one.last].sentence == words[cue.first].sentence and one.cue.meaning in WEAKER
        ]
        joins = joins or _is_a_further_verb(words, cue, leading)
        excepted = leading and any(
            words[one.first].key in _EXCEPT and leading[-1].last < one.first for one in continued if one.cue.before
        )
        same = cue.cue.meaning == HARD and joins and leading and not excepted
        continued.append(replace(cue, cue=replace(cue.cue, meaning=leading[-1].cue.meaning)) if same else cue)
    return continued


def _is_a_further_verb(words: Sequence[Word], cue: CueInText, leading: Sequence[CueInText]) -> bool:
    """ "Det er en fordel, hvis du har truck, kender til Excel og kan svejse": all stand in the if-clause."""
    if not leading or not cue.cue.before or words[cue.first].key not in _FURTHER:
        return False
    opens = words[cue.first - 1].clause != words[cue.first].clause or words[cue.first - 1].key in _OR
    person = any(word.key in _YOU for word in words[leading[-1].first : cue.first])
    between = words[leading[-1].last : cue.first]
    return opens and person and not any(word.key in BUT for word in between)


def _leads_into(words: Sequence[Word], before: CueInText, cue: CueInText) -> bool:
    if not (before.cue.before and cue.cue.before and cue.cue.meaning == HARD and before.cue.meaning in WEAKER):
        return False
    clause_of_its_own = words[before.last].clause != words[cue.first].clause or words[cue.first - 1].key in _IF
    if words[cue.first].key in _DEMANDS and not any(
        is_negator(words, at) for at in range(before.first, before.last + 1)
    ):
        return False  # "vi har to krav" gives nothing
    apart = clause_of_its_own and words[cue.first].key in _IF_ONLY
    if apart or words[before.last].sentence != words[cue.first].sentence or words[cue.first].key in _EXCEPT:
        return False
    return all(word.key in _CONNECTORS for word in words[before.last + 1 : cue.first])
