"""Orders made of the taxonomy's own titles and tasks, for learning which words speak for a trade.

Every workplace stands in the orders of every trade alike: a cleaner works at hospitals, banks and schools.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from taxonomy.concepts import Occupation

SEED = 3
_WORKPLACES = """et plejehjem|et hospital|en børnehave|en skole|et hotel|en restaurant|et supermarked|en tøjbutik
et byggemarked|en fabrik|et lager|en byggeplads|et værksted|et rengøringsfirma|et advokatkontor|en kommune
et ministerium|en bank|et it-firma|en lufthavn|et slagteri|et bageri|et apotek|en tandlægeklinik|et lægehus
et bosted|en boligforening|et gartneri|et museum|en vognmandsforretning|et rederi|en grossist|en webshop
et callcenter|et trykkeri|et vikarbureau|et universitet|en privat familie|en forening|et fitnesscenter|en biograf
et kraftværk|en medicinalfabrik|et ingeniørfirma|en arkitekttegnestue|et forsikringsselskab|et teleselskab
et vaskeri|en kirke|en kantine|en café|en tankstation|en møbelbutik|en bilforhandler|et maskinværksted
en entreprenør|en installatør|et jobcenter|et bibliotek|en klinik|et fængsel|et gods|en idrætshal|et teater
en genbrugsstation|et mejeri|et bryggeri|a hospital|a hotel|a warehouse|an office|a shop|a school|a factory
a restaurant|a nursing home"""
_CONDITIONS = """Start hurtigst muligt.|Løn efter overenskomst.|37 timer om ugen.|Skiftende tider, også weekend.
Du skal have kørekort B.|Vi lægger vægt på godt humør og stabilitet.|Dansk på forståeligt niveau.
Ring for at høre mere.|Ingen erfaring nødvendig, vi lærer dig op.|Du får søde kolleger og gode forhold.
Det er deltid, 20 timer.|Gerne lidt engelsk.|Ren straffeattest.|Arbejdet er fast og på dagtid.
Der er frokostordning.|Vi glæder os til at høre fra dig.|Full time, start as soon as possible.|Nat og aften.
Du er mødestabil.|Erfaring er en fordel, men ikke et krav."""
_VAGUE = """Medarbejder søges|Ny kollega|Vikar|Afløser|Vil du være med på holdet?|Hjælp søges
Er du vores nye kollega?|2 personer|Fuldtidsstilling|Deltid|Medarbejder til team|Employee wanted"""
_SHIFTS = ("", "", "", "", "", "", " nat", " aften", " weekend", " deltid", " søges", " vikar", " 37 t")
_AT = ("Vi er {}.", "{} søger en ny kollega.", "Du bliver en del af {}.", "Arbejdet er på {}.", "{} mangler hjælp.")
_NAMED_AT = ("{} søger", "{}", "Medarbejder til {}", "Job på {}", "Folk til {}")
_DOING = ("Hjælp til at {}", "Nogen der kan {}", "En der kan {}", "Person til at {}")
_DUTIES = ("Du skal {}.", "{}.", "Opgaverne er at {}.", "Arbejdet består i at {}.", "Du kommer til at {}.")
_SEEKING = (
    "Vi mangler en {}.",
    "Vi søger {}.",
    "Du er {}.",
    "Du er uddannet {} eller lignende.",
    "skal bruge {}",
)
_SKILLED = ("Erfaring med {}.", "Det er en fordel med {}.", "Krav: {}.")


@dataclass(frozen=True, slots=True)
class MadeOrder:
    """A title and a text that seek an occupation of the trade."""

    title: str
    text: str
    trade: str


def made_orders(occupations: Sequence[Occupation], of_each: int = 8) -> Iterator[MadeOrder]:
    """`of_each` for every occupation, the same each time, whatever other occupations there are."""
    for occupation in occupations:
        drawn = np.random.default_rng((SEED, zlib.crc32(occupation.id.encode())))
        for _ in range(of_each):
            yield _Maker(occupation, drawn).order()


class _Maker:
    def __init__(self, occupation: Occupation, drawn: np.random.Generator) -> None:
        self._occupation, self._drawn = occupation, drawn
        self._workplace = self._one(_parts(_WORKPLACES))
        self._bare = self._workplace.partition(" ")[2]
        self._tasks = self._shuffled(occupation.tasks or (occupation.label,))

    def order(self) -> MadeOrder:
        title, says_job = self._title()
        text = self._text(says_job) if self._by_chance(0.85) else title
        return MadeOrder(title, text, self._occupation.trade)

    def _title(self) -> tuple[str, bool]:
        """A title, and whether it names the job."""
        titles, english = self._occupation.titles, self._occupation.english_titles or (self._occupation.english,)
        kinds = ("plain", "english", "at place", "place", "task", "vague")
        kind = kinds[int(self._drawn.choice(len(kinds), p=(0.42, 0.10, 0.12, 0.10, 0.16, 0.10)))]
        made = {
            "plain": lambda: self._one(titles) + self._one(_SHIFTS),
            "english": lambda: self._one(english),
            "at place": lambda: self._one(titles) + self._one((" til ", " på ", " hos ", " i ")) + self._bare,
            "place": lambda: self._one(_NAMED_AT).format(self._bare),
            "task": lambda: self._one(_DOING).format(self._tasks[0]),
            "vague": lambda: self._one(_parts(_VAGUE)),
        }
        return made[kind](), kind in kinds[:3]

    def _text(self, says_job: bool) -> str:
        said = []
        if self._by_chance(0.6):
            said.append(self._one(_AT).format(self._workplace))
        if self._by_chance(0.3):
            said.append(self._one(_SEEKING).format(self._one(self._occupation.titles)))
        if not says_job or self._by_chance(0.85):
            duties = self._tasks[: int(self._drawn.integers(1, 5))]
            said.append(self._one(_DUTIES).format(_listed(duties)))
        if self._occupation.skills and self._by_chance(0.35):
            said.append(self._one(_SKILLED).format(_listed(self._shuffled(self._occupation.skills)[:2])))
        for _ in range(int(self._drawn.integers(0, 3))):
            said.insert(int(self._drawn.integers(len(said) + 1)), self._one(_parts(_CONDITIONS)))
        return " ".join(said)

    def _one(self, of: Sequence[str]) -> str:
        return of[int(self._drawn.integers(len(of)))]

    def _shuffled(self, of: Sequence[str]) -> list[str]:
        return [of[row] for row in self._drawn.permutation(len(of))]

    def _by_chance(self, probability: float) -> bool:
        return bool(self._drawn.random() < probability)


def _parts(text: str) -> list[str]:
    return [part for line in text.splitlines() for part in line.split("|")]


def _listed(parts: Sequence[str]) -> str:
    return " og ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
