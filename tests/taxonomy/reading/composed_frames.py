"""Frames made of parts, by how a demand in them is meant; {x} is the thing, {X} the same with a capital."""

from collections.abc import Iterator
from itertools import product

DUTIES = ("et krav", "nødvendigt", "påkrævet", "et must", "en betingelse", "en forudsætning", "et absolut krav",
          "afgørende", "vigtigt", "en nødvendighed", "et adgangskrav")  # fmt: skip
DENIALS = ("ikke", "bestemt ikke", "slet ikke", "overhovedet ikke", "heller ikke", "ikke længere", "på ingen måde",
           "som udgangspunkt ikke", "langtfra", "dog ikke")  # fmt: skip
WISHES = ("en fordel", "en klar fordel", "et stort plus", "en bonus", "ønskeligt", "velset", "rart", "dejligt",
          "guld værd", "en gevinst", "en styrke", "interessant", "at foretrække")  # fmt: skip
INDIFFERENT = (
    "lige meget",
    "ligegyldigt",
    "underordnet",
    "uden betydning",
    "irrelevant",
    "uinteressant",
    "overflødigt",
)
DEMANDING = ("kræver", "forventer", "forlanger")
WHO = ("vi", "de", "kunden", "firmaet", "virksomheden", "kommunen", "køkkenet")
APPLICANTS = ("du", "man", "kandidaten", "ansøgeren", "vedkommende", "han", "medarbejderen")
PROVIDERS = ("vi", "firmaet", "virksomheden", "kommunen", "foreningen", "arbejdsgiveren")
PROVIDING = ("betaler", "giver", "sørger for", "klarer", "ordner", "skaffer")


def waived() -> Iterator[str]:
    """Frames that say that nobody needs it."""
    for duty, denial in product(DUTIES, DENIALS):
        yield from (f"{{X}} er {denial} {duty}.", f"Hos os er {{x}} {denial} {duty}.")
    for duty in DUTIES:
        yield from (f"Derimod er {{x}} ikke {duty}.", f"Er {{x}} {duty}? Nej.", f"{{X}} (ikke {duty})")
        yield from (f"Vi søger en glad kollega, men {{x}} er ikke {duty}.", f"Selvom {{x}} ikke er {duty}, så ring.")
    for who, verb in product(WHO, DEMANDING):
        yield from (f"{{X}} {verb} {who} ikke.", f"{who.capitalize()} {verb} ikke {{x}}.")
    for one in APPLICANTS:
        yield from (f"{one.capitalize()} behøver ikke {{x}}.", f"{one.capitalize()} skal ikke have {{x}}.")
        yield from (f"{one.capitalize()} må godt mangle {{x}}.", f"{one.capitalize()} kan starte uden {{x}}.")
    for word in INDIFFERENT:
        yield from (f"{{X}} er {word}.", f"Om du har {{x}} eller ej, er {word}.", f"{{X}} eller ej er {word}.")
    for who, verb in product(PROVIDERS, PROVIDING):
        yield f"{{X}} {verb.split()[0]} {who}{' for' if verb.endswith(' for') else ''}."
    yield from ("Kørsel og {x} tager chefen sig af.", "{X} har vi selv.", "{X} står en anden for.", "{X} får du af os.")
    yield from (
        "Vi kræver ikke:\n- {x}\n",
        "Ikke krav: {x}",
        "Tilbud: {x}.",
        "Hvad får du?\n- {x}\n",
        "Not needed: {x}.",
    )


def wished() -> Iterator[str]:
    """Frames that wish for it."""
    for wish in WISHES:
        yield from (f"{{X}} er {wish}.", f"{{X}} ville være {wish}.", f"Hos os er {{x}} {wish}.")
        yield from (f"{{X}} er {wish}, men ikke et krav.", f"{{X}} er ikke et krav, men {wish}.")
    for who in WHO:
        yield from (f"{who.capitalize()} foretrækker {{x}}.", f"{{X}} ser {who} gerne.", f"{{X}} foretrækker {who}.")
    yield from ("Ønsker:\n- {x}\n", "Nice to have: {x}", "{X} kommer dig til gode.", "Med {x} er du foran i køen.")


def demanded() -> Iterator[str]:
    """Frames that demand it."""
    for duty in DUTIES:
        yield from (f"{{X}} er {duty}.", f"Hos os er {{x}} {duty}.", f"{{X}} er desværre {duty}.")
        yield f"Du behøver ikke være hurtig, men {{x}} er {duty}."
    for who, verb in product(WHO, DEMANDING):
        yield from (f"{{X}} {verb} {who}.", f"{who.capitalize()} {verb} {{x}}.")
    for one in APPLICANTS:
        yield from (f"{one.capitalize()} skal have {{x}}.", f"{{X}} skal {one} have.")
    yield from ("Kvalifikationer:\n- {x}\n", "{X} kommer vi ikke uden om.", "Har du ikke {x}, behøver du ikke søge.")
