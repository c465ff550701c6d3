"""A table of spoken Danish denials: who says it, with what verb or predicate, where in the note; {x} is the thing."""

from collections.abc import Iterator
from itertools import product

# What is asked for, and the key that is read; one or two of each kind, as callers name them.
THINGS = {
    "kørekort B": "B", "C/E-kort": "C/E", "truckcertifikat": "truckcertifikat", "krancertifikat": "krancertifikat",
    "hygiejnebevis": "hygiejnebevis", "ADR-bevis": "ADR", "egen bil": "egen bil", "børneattest": "børneattest",
    "straffeattest": "straffeattest", "engelsk": "engelsk", "polsk": "polsk", "Excel": "Excel", "Navision": "Navision",
    "svejsning": "svejsning", "sårpleje": "sårpleje", "erfaring med salg": "salg", "erfaring fra demens": "demens",
    "læreruddannelse": "lærer", "svendebrev": "erhvervsuddannelse", "autorisation som sygeplejerske": "sygeplejerske",
    "epoxykursus": "epoxykursus", "vagtuddannelse": "vagtuddannelse", "løfteteknik": "løfteteknik",
}  # fmt: skip
DEMANDERS = ("vi", "de", "han", "hun", "jeg", "firmaet", "chefen", "kunden", "mester", "butikken", "kommunen")
APPLICANTS = ("du", "man", "de", "I", "hun", "vedkommende", "ansøgeren")
# Said of the thing in front: verb, what stands behind its subject.
DENIED_BY = (("kræver", "ikke"), ("forlanger", "ikke"), ("forventer", "ikke"), ("bruger", "ikke"),
             ("spørger", "ikke om"), ("spørger", "ikke efter"), ("kigger", "ikke på"), ("går", "ikke op i"),
             ("har", "ikke brug for"), ("lægger", "ikke vægt på"), ("er", "ligeglad med"), ("tænker", "ikke på"),
             ("ser", "bort fra"), ("ser", "stort på"), ("springer", "over"), ("dropper", ""), ("kan", "undvære"),
             ("kan", "godt undvære"), ("kan", "sagtens se bort fra"))  # fmt: skip
GIVEN_BY = (("sørger", "for"), ("klarer", "selv"), ("klarer", ""), ("betaler", ""), ("ordner", ""), ("fikser", ""),
            ("tager", "sig af"), ("står", "for"), ("skaffer", ""), ("giver", ""), ("arrangerer", ""),
            ("hjælper", "med"), ("lærer", "fra sig"), ("har", "selv"), ("har", "folk til"),
            ("har", "en anden til"))  # fmt: skip
SPARED = (("behøver", "ikke"), ("behøver", "slet ikke"), ("slipper", "for"), ("skal", "ikke tænke på"),
          ("skal", "ikke have"), ("skal", "ikke bekymre sig om"), ("skal", "ikke bruge"), ("kan", "godt undvære"),
          ("må", "gerne mangle"), ("får", "ikke brug for"), ("er", "fri for"), ("skal", "slet ikke tage"))  # fmt: skip
PREDICATES = (
    "ligegyldigt", "lige meget", "underordnet", "uden betydning", "ikke nødvendigt", "ej nødvendigt", "unødvendigt",
    "overflødigt", "ikke så vigtigt", "ikke vigtigt", "ikke et krav", "ikke noget krav", "intet krav", "ikke et must",
    "ikke afgørende", "ikke aktuelt", "ikke relevant", "ikke påkrævet", "frivilligt", "valgfrit", "sekundært",
    "til at undvære", "ingen betingelse", "ikke det vigtigste", "ikke noget de går op i", "ikke noget man behøver",
    "ikke alfa og omega", "ikke et emne", "hurtigt lært", "nemt at lære", "ikke raketvidenskab", "helt uvæsentligt",
    "bestemt ikke nødvendigt", "ikke ligefrem et krav", "ikke noget der tæller", "ikke noget vi hænger os i",
    "spild af penge", "ikke noget særligt vigtigt", "ikke det, vi ser på", "ikke der, hvor skoen trykker",
)  # fmt: skip
WHOLE = (
    "pyt med {x}", "glem alt om {x}", "glem bare {x}", "spar dig {x}", "uden {x} er fint", "uden {x} går også",
    "det går fint uden {x}", "man slipper for {x}", "du slipper for {x}", "ingen {x} nødvendig", "intet {x} nødvendigt",
    "ingen {x} kræves", "ikke noget med {x}", "intet krav om {x}", "hverken {x} eller CV", "hverken CV eller {x}",
    "vi kræver hverken ansøgning eller {x}", "{x} er der ingen, der kigger efter", "{x} er der ingen der spørger om",
    "der er ingen, der spørger til {x}", "{x}? nej", "{x}? nej tak", "{x}? nej, slet ikke",
    "{x}? kun hvis man har lyst",
    "{x}? kun hvis du selv vil", "skal de have {x}? nej", "skal man have {x}? nej, ikke til det her",
    "behøver man {x}? nej", "kræver de {x}? nej", "er {x} et krav? nej", "er {x} nødvendigt? overhovedet ikke",
    "spurgte til {x}, men nej", "spurgte om {x} - nej", "spurgt til {x}: ikke nødvendigt", "han sagde nej til {x}",
    "{x} sagde hun nej til", "{x} kan vente", "{x} kommer hen ad vejen", "{x} tages som det første",
    "{x} tages den første dag", "{x} tager man den første uge", "{x} får man ved start", "{x} når man at lære",
    "{x} når man at få", "{x} kan man nå at tage", "{x} kan alle lære", "{x} kan læres", "{x} kan tages senere",
    "{x} lærer man på en formiddag", "{x} lærer vi dig", "{x} viser vi dig", "{x} bliver man sendt på kursus i",
    "om man har {x} interesserer dem ikke", "om du har {x}, interesserer os ikke",
    "om de har {x} eller ej er ligegyldigt",
    "om man har {x} er bedøvende ligegyldigt", "hvorvidt man har {x}, betyder ingenting", "uanset om man har {x}",
    "det gør ikke noget at man mangler {x}", "selv om man ikke har {x} kan man søge", "også folk uden {x} kan søge",
    "har man ikke {x}, går det nok", "har man ikke {x}, er det helt i orden", "mangler du {x}, så søg alligevel",
    "mangler man {x} finder vi ud af det", "manglende {x} er ingen hindring", "lad ikke {x} holde dig tilbage",
    "du behøver ikke have {x}", "man behøver ikke {x}", "de behøver ikke at have {x}", "det kræver ikke {x}",
    "der kræves ikke {x}", "der skal ikke {x} til", "der er ikke krav om {x}", "ikke krav om {x}", "ej krav om {x}",
    "ej {x}", "ikke {x}", "nul {x}", "no {x}", "{x} nix", "{x} niks", "{x} nej", "{x} ej", "{x}: nej", "{x} = nej",
    "{x} ikke nødv", "{x} ej nødv.", "{x} behøves ik", "{x} behøves ikk", "{x} skal de ik ha", "{x} hmm nej glem det",
    "{x} det klarer vi selv", "{x}, det klarer vi selv", "{x}, det sørger vi for", "{x}, det lærer vi dig",
    "{x}, det er lige meget", "{x}, det tager vi senere", "{x}, den tager vi ikke så tungt", "{x}? det lærer vi dig",
    "{x}? det ordner vi", "{x}? det kan vente", "{x}? det er lige meget", "{x}? ligegyldigt",
    "{x}? det behøver du ikke",
    "{x} er noget vi sørger for", "{x} er noget man får", "{x} er noget man får hos os", "{x} har man ikke brug for",
    "{x} er der ikke brug for", "{x} bliver ikke brugt", "{x} har ingen betydning", "{x} har ikke den store betydning",
    "{x} betyder ikke noget", "{x} betyder ikke så meget", "{x} gør hverken fra eller til", "{x} er fint at slippe for",
    "{x} er der ingen krav om", "{x} stiller vi ikke krav om", "{x} er bortfaldet",
    "{x} krævede de sidste år, ikke nu", "{x} var et krav før i tiden", "{x} er vi holdt op med at kræve",
    "vi er holdt op med at spørge om {x}", "vi forventer ikke {x}", "vi forventer ikke, at man har {x}",
    "man behøver ikke at have {x} i forvejen", "{x} behøver ikke være på plads", "{x} skal ikke være i orden",
    "{x} er kun for teamlederen",
    "det er ikke meningen at man skal have {x}",
    "det er ikke fordi man skal have {x}", "kun hvis man vil være holdleder skal man have {x}", "{x} undgår man",
    "skulle man mangle {x}, er det fint", "vi sender gerne folk på {x}", "{x} behøver du først til sommer",
    "{x} er først aktuelt til næste år", "ikke noget pjat med {x}", "{x} eller ej, alle er velkomne",
    "vi er ikke så nøjeregnende med {x}", "{x} er bare til pynt", "{x} er noget pjat siger mester",
    "{x} kræves ingenlunde", "{x} må gerne komme senere", "{x} må de andre selv om", "{x} hører fortiden til",
    "vi leder ikke efter en med {x}", "{x} er ikke det, vi mangler",
    "{x} droppet", "{x} er sløjfet", "{x} var kun på den gamle adresse", "{x} var et krav sidste gang",
    "{x}, det er de andre", "stryg det med {x}", "drop kravet om {x}", "denne gang behøver de ikke {x}",
    "man skal ikke være bange for at søge uden {x}", "vi vil hellere have en glad fyr end en med {x}",
    "stabilitet tæller mere end {x}", "fritaget: {x}", "{x}. ingen af delene behøves",
    "hverken CV, {x} eller gåpåmod skal de have", "skal hverken smile, have {x} eller gå til dans",
    "fjern {x}", "{x} skal slettes", "{x} skal fjernes fra kravene", "fravalgt: {x}", "man kan slippe for {x}",
    "annoncen nævner {x}, det er forkert",
    "{x} er rart for ham selv, men ikke noget vi kigger efter",
    "{x} er det sidste vi går op i", "{x} rager os", "{x} er hamrende ligegyldigt", "{x} er fuldkommen lige meget",
)  # fmt: skip
PLACES = (
    "{f}", "{F}.", "Vi søger en glad kollega. {F}.", "start mandag. {f}. 37 t", "godt humør er vigtigt, {f}",
    "{f}, bare man er frisk",
)  # fmt: skip


def given() -> Iterator[str]:
    """Every way of saying that others see to it; attests are asked of everybody, whoever sends for them."""
    for who, (verb, rest) in product(DEMANDERS, GIVEN_BY):
        yield f"{{x}} {verb} {who} {rest}".strip()


def denials() -> Iterator[str]:
    """Every way of saying that the thing is not needed."""
    for who, (verb, rest) in product(DEMANDERS, DENIED_BY):
        yield f"{{x}} {verb} {who} {rest}".strip()
    for who, (verb, rest) in product(APPLICANTS, SPARED):
        yield f"{{x}} {verb} {who} {rest}".strip()
    for predicate in PREDICATES:
        yield from (f"{{x}} er {predicate}", f"hos os er {{x}} {predicate}")
    yield from WHOLE


def placed(frame: str, thing: str, place: str) -> str:
    """The denial of the thing where the place has it."""
    said = frame.replace("{x}", thing)
    return place.replace("{f}", said).replace("{F}", said[0].upper() + said[1:])
