"""Frames in which a demand stands, by how it is meant there; {x} is the thing, {X} the same with a capital."""

HARD = (
    "Der er krav om {x}.", "Krav: {x}", "{X} er et krav.", "{X} er et ufravigeligt krav.", "{X} kræves.",
    "{X} er et must.", "{X} er en betingelse.", "{X} er obligatorisk.", "{X} siger sig selv.", "{X} kan ikke undværes.",
    "Vi kræver {x}.", "Kunden kræver {x}.", "Vedkommende skal have {x}.", "Ansøgere skal have {x}.", "skal ha {x}",
    "Det er en betingelse, at du har {x}.", "Det er afgørende, at du har {x}.", "Vi forventer, at du har {x}.",
    "Uden {x} kan du ikke ansættes.", "Du kan ikke søge uden {x}.", "Har du ikke {x}, kan du ikke søge.",
    "Kun ansøgere med {x} kommer i betragtning.", "Ingen krav ud over {x}.", "Ingen andre krav end {x}.",
    "{X} er ikke bare en fordel, men et krav.", "Vi går ikke på kompromis med {x}.", "{X}, det er et krav.",
    "Vi forventer:\n- {x}\n", "Krav:\n* {x}\n", "{X} (krav)", "{X} is required.", "You must have {x}.",
    "It is a requirement that you have {x}.", "Must have:\n- {x}\n",
)  # fmt: skip
SOFT = (
    "Gerne {x}.", "Du må meget gerne have {x}.", "{X} er en klar fordel.", "{X} ville være en fordel.", "{X} ønskes.",
    "{X} er et stort plus.", "{X} foretrækkes, men er ikke et krav.", "{X} er ikke et krav, men en fordel.",
    "{X} er ikke et krav, men det er en fordel.", "{X} er ikke nødvendigt, men foretrækkes.",
    "{X} er ikke et must, men det trækker op.", "{X} er ikke et krav. Det er dog en fordel.",
    "Det er en fordel, men ikke et krav, at du har {x}.", "Gerne {x}, men det er ikke et krav.",
    "Har du {x}, er det et plus.", "Har du {x}? Det er en fordel.", "Hvis du har {x}, er det en fordel.",
    "Det er en fordel, hvis du har:\n- {x}\n", "Ønsker:\n- {x}\n", "Fordel: {x}", "{X} (en fordel)", "{X} (gerne)",
    "{X} is a plus.", "{X} is preferred but not required.", "{X} is not required, but it is a plus.",
    "Nice to have:\n- {x}\n", "It would be great if you have {x}.",
)  # fmt: skip
WAIVED = (
    "Intet krav om {x}.", "Der stilles ingen krav om {x}.", "Vi kræver ikke {x}.", "Vi kræver ingen {x}.",
    "{X} er bestemt ikke et krav.", "{X} er ikke et ultimativt krav.", "{X} er langt fra et krav.",
    "{X} er på ingen måde nødvendigt.", "{X} er heller ikke nødvendigt.", "{X} kræves ikke.", "{X} bruges ikke.",
    "{X} er der ikke krav om.", "{X} er der ikke brug for.", "{X} stiller vi ikke krav om.", "{X} forlanger vi ikke.",
    "{X} skal man ikke have.", "{X} behøver du ikke at have.", "{X} er ikke noget, vi kræver.", "{X} ik nødvendigt",
    "{X} er ik et krav", "Du behøver bestemt ikke at have {x}.", "Man skal ikke nødvendigvis have {x}.",
    "Det er ikke nødvendigt med {x}.", "Det er ikke en betingelse, at du har {x}.",
    "Det er underordnet, om du har {x}.",
    "Det gør ikke noget, hvis du ikke har {x}.", "Vi går ikke op i, om du har {x}.", "{X}, det er ikke et krav.",
    "{X}? Det er ikke et krav.", "{X}? Nej.", "{X} nej", "uden krav om {x}", "Du behøver hverken {x} eller andet.",
    "Hverken {x} eller andet er et krav.", "{X} får du hos os.", "Vi betaler {x}.", "Vi tilbyder:\n- {x}\n",
    "No {x} needed.", "No need for {x}.", "You don't need {x}.", "You do not have to have {x}.", "{X} isn't required.",
    "It is not necessary to have {x}.", "We don't require {x}.", "Neither {x} nor anything else is required.",
)  # fmt: skip


def filled(frame: str, thing: str) -> str:
    """The frame with the thing in it."""
    return frame.replace("{x}", thing).replace("{X}", thing[0].upper() + thing[1:])
