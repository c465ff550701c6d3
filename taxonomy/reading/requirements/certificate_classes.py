"""Classes that stand behind or before a certificate: "krancert. A", "truck (B-certifikat)", "certifikat i TIG"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word
from taxonomy.reading.thing import Thing

_CLASSES = {"truckcertifikat": "AB", "krancertifikat": "ABCDE"}
_MACHINES = {"truck": "truckcertifikat", "stabler": "truckcertifikat", "kran": "krancertifikat"}  # as parts of words
_WORDS_BETWEEN = word_set("certificate_classes", "between")
_AND_OR = word_set("certificate_classes", "and_or")
# A process that is only practised is a skill; a certificate in it is a certificate.
_WELDING = {
    "TIG-svejsning": "svejsecertifikat TIG",
    "MIG/MAG-svejsning": "svejsecertifikat MAG",
    "elektrodesvejsning": "svejsecertifikat elektrode",
    "ISO 9606": "svejsecertifikat",
}
# Numbers of processes by EN ISO 4063.
_PROCESSES = {
    "111": "svejsecertifikat elektrode",
    **dict.fromkeys(("131", "135", "136", "138"), "svejsecertifikat MAG"),
    "141": "svejsecertifikat TIG",
}
_CERTIFICATE = ("certifikat", "svejsecert", "svejsecertifikat", "certificate")
_SHORT_PROCESSES = frozenset({"tig", "mig", "mag", "co2", "svejse", "svejser", "svejs"})
_CERTIFICATES = frozenset({"certifikat", "certifikater", "cert", "certificate", "certificates"})
_PAPERS = frozenset({"bevis", "papir", "papirer", "papirerne"})  # of a class alone: "B-bevis", "papirer B"
_OF_WHAT = word_set("certificate_classes", "of_what")
_PROCESSES_WITHIN = 6  # words behind "certifikat"


def with_classes(words: Sequence[Word], found: Sequence[Thing]) -> list[Thing]:
    """The things with each certificate under its class or process, where the words give one."""
    classed: list[Thing] = []
    for thing in found:
        if thing.kind is RequirementKind.CERTIFICATE and thing.key in _CLASSES:
            classed.extend(_lettered(words, thing))
        elif thing.kind is RequirementKind.CERTIFICATE and thing.key[:-2] in _CLASSES:
            classed.extend([thing, *_further(words, thing)])
        elif thing.key in _WELDING and (_behind_certificate(words, thing) or _before_certificate(words, thing)):
            classed.append(replace(thing, kind=RequirementKind.CERTIFICATE, key=_WELDING[thing.key], asked=False))
        else:
            classed.append(thing)
    classed = [*classed, *_further_processes(words, classed), *_of_a_machine_named_before(words, classed)]
    by_process = any(thing.key.startswith("svejsecertifikat ") for thing in classed)
    return [thing for thing in classed if not (by_process and thing.key == "svejsecertifikat")]


def _lettered(words: Sequence[Word], thing: Thing) -> list[Thing]:
    letters = list(_letters(words, thing))
    if not letters:
        return [thing]
    first, others = letters[0], letters[1:]
    widened = replace(thing, key=f"{thing.key} {first[1]}", last=first[0], asked=False)
    return [widened, *(replace(widened, key=f"{thing.key} {letter}", first=at, last=at) for at, letter in others)]


def _further(words: Sequence[Word], thing: Thing) -> list[Thing]:
    """ "Truckcertifikat A eller B": the class behind the one that is named in full."""
    base = replace(thing, key=thing.key[:-2])
    return [replace(thing, key=f"{base.key} {letter}", first=at, last=at) for at, letter in _letters(words, base)]


def _further_processes(words: Sequence[Word], found: Sequence[Thing]) -> Iterator[Thing]:
    """ "Svejsecertifikat 111/136/141": the processes behind the first."""
    for thing in found:
        place = thing.last + 1
        welding = thing.kind is RequirementKind.CERTIFICATE and thing.key.startswith("svejsecertifikat")
        while welding and place < len(words) and words[place].sentence == words[thing.last].sentence:
            if key := _PROCESSES.get(words[place].key):
                yield replace(thing, key=key, first=place, last=place)
            elif words[place].key not in _AND_OR:
                break
            place += 1


def _of_a_machine_named_before(words: Sequence[Word], found: Sequence[Thing]) -> Iterator[Thing]:
    """ "Køre truck (B-certifikat)" and "Truckfører. Certifikat A og B": classes of the machine that was named last."""
    taken = {place for thing in found for place in range(thing.first, thing.last + 1)}
    machine = ""
    for place, word in enumerate(words):
        machine = next((key for part, key in _MACHINES.items() if part in word.key), machine)
        if machine and place not in taken and word.key in _CERTIFICATES | _PAPERS:
            yield from _classes_at(words, Thing(RequirementKind.CERTIFICATE, machine, place, place), taken)


def _classes_at(words: Sequence[Word], named: Thing, taken: Set[int]) -> Iterator[Thing]:
    """The classes beside the bare word "certifikat"; where there are none and it is of nothing else, the machine's."""
    place = named.first
    behind = [replace(named, key=f"{named.key} {letter}", first=at, last=at) for at, letter in _letters(words, named)]
    before = [replace(named, key=f"{named.key} {letter}", first=at, last=at) for at, letter in _before(words, named)]
    if before or behind:
        yield from before
        yield from behind
    elif (
        words[place].key in _CERTIFICATES
        and place - 1 not in taken
        and (place + 1 == len(words) or words[place + 1].key not in _OF_WHAT)
    ):
        yield replace(named, asked=True)


def _before(words: Sequence[Word], thing: Thing) -> Iterator[tuple[int, str]]:
    """ "B-certifikat" and "A/B-certifikat"."""
    place = thing.first - 1
    while place >= 0 and words[place + 1].gap in {"-", "/"} and words[place].text in _CLASSES[thing.key]:
        yield place, words[place].text
        place -= 1


def _letters(words: Sequence[Word], thing: Thing) -> Iterator[tuple[int, str]]:
    place, small = thing.last + 1, len(words[thing.last].text) == 1 and words[thing.last].text.islower()
    while place < len(words) and words[place].sentence == words[thing.last].sentence:
        text, key = words[place].text, words[place].key
        # A small letter alone may be another word; right behind the name or another small letter it is a class.
        may_be_small = place == thing.last + 1 or small
        if len(text) == 1 and text.upper() in _CLASSES[thing.key] and (text.isupper() or may_be_small):
            small = text.islower()
            yield place, text.upper()
        elif key not in _WORDS_BETWEEN | _AND_OR:
            return
        place += 1


def _before_certificate(words: Sequence[Word], thing: Thing) -> bool:
    """ "TIG/MIG certifikat" and "CO2 svejsecertifikat": nothing but another process stands between."""
    place = thing.last + 1
    while place < len(words) and words[place].key in _AND_OR | _SHORT_PROCESSES:
        place += 1
    same = place < len(words) and words[place].clause == words[thing.last].clause
    return same and words[place].key.startswith(_CERTIFICATE)


def _behind_certificate(words: Sequence[Word], thing: Thing) -> bool:
    """ "Certifikat i TIG og elektrode" and "TIG-certifikat"."""
    sentence = words[thing.first].sentence
    before = words[max(0, thing.first - _PROCESSES_WITHIN) : thing.first]
    return any(word.sentence == sentence and word.key.startswith(_CERTIFICATE) for word in before)
