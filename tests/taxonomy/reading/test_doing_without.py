"""Two denials demand; a denial of harm, a release and a demand of former days do not."""

import pytest

from tests.taxonomy.reading.small_catalog import read

DEMANDED = [
    "Uden {x} er du ikke velkommen.", "Uden {x} kommer du ikke langt her.", "Han er ikke noget værd uden {x}.",
    "Vi afviser alle uden {x}.", "Ingen {x}, ingen vagter.", "Mangler du {x}, er det desværre et nej.",
    "Har du ikke {x}, kan vi ikke bruge dig.", "Lad være med at søge, hvis du ikke har {x}.",
    "{x} kan ikke fraviges.", "{x} er ikke noget, man kan springe over.", "{x} dispenserer vi aldrig for.",
    "{x} kan vi ikke se gennem fingre med.",
    "{x}, ellers ring ikke.", "{x} rokker vi ikke ved.", "{x} er ikke et ønske, men et krav.",
    "There is no way around {x}.", "No one is hired without {x}.",
]  # fmt: skip
WAIVED = [
    "Uden {x} er det ikke noget problem.", "Mangler du {x}, gør det ikke noget.", "{x} undværer vi gerne.",
    "Har du ikke {x}, finder vi ud af det.", "Det afskrækker os ikke, hvis du mangler {x}.",
    "{x} har tidligere været en betingelse.", "{x} plejede at være nødvendigt.",
    "{x} skal kun bruges af holdlederen.", "Det er kun sjakbajsen, der behøver {x}.",
    "Kunden interesserer sig ikke for {x}.", "We do not ask for {x}.", "{x} er overkill.", "{x}: 0",
    "Har man ikke {x}, er det helt i orden.", "{x} kræves alene af formanden.", "{x} used to be required.",
    "Det er ikke afgørende for os, om du har {x}.", "We have stopped asking for {x}.",
]  # fmt: skip


def hard(text: str, key: str) -> list[bool]:
    return [one.hard for one in read(text).requirements if one.key == key]


@pytest.mark.parametrize("thing", ["truckcertifikat", "kørekort B"])
@pytest.mark.parametrize("frame", DEMANDED)
def test_what_nobody_may_do_without_is_demanded(frame: str, thing: str) -> None:
    assert hard(frame.format(x=thing), thing.removeprefix("kørekort ")) == [True]


@pytest.mark.parametrize("thing", ["truckcertifikat", "kørekort B"])
@pytest.mark.parametrize("frame", WAIVED)
def test_what_one_may_do_without_is_asked_of_nobody(frame: str, thing: str) -> None:
    assert hard(frame.format(x=thing), thing.removeprefix("kørekort ")) == []


def test_a_denial_in_a_clause_about_something_else_demands_nothing() -> None:
    assert hard("Du kan starte uden truckcertifikat, og svensk bruger vi ikke.", "truckcertifikat") == []


def test_a_firm_that_lacks_people_releases_nobody() -> None:
    assert hard("Vi mangler en mand med truckcertifikat, gerne fra mandag.", "truckcertifikat") == [True]
