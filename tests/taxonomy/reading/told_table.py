"""Clauses that tell of a thing without asking anybody for it, and such that ask; {x} is the thing."""

# Somebody else does, has or had it; it was asked for once; another post needs it.
TOLD = [
    "{x} aflægger man hos os i første måned.", "{x} sagde han først men trak det tilbage igen.",
    "jeg skrev {x} sidst, men det var en fejl.", "{x} og tunge løft klarer lageret.", "{x} tager hele huset i april.",
    "{x} stod der i jeres udkast.", "{x} havde den gamle vagt.", "Tidligere krævede vi {x}.",
    "kravet om {x} er droppet", "{x} er en sag for lagerchefen.",
    "{x}: kun hvis man overtager varebilen", "{x} kun relevant for dem, der går alene om natten.",
    "{x}? det har de andre", "{x}? uklart", "nævnte ikke noget om {x}",
    "glemte at spørge om {x}", "ved ikke om {x} er et krav, ringer igen", "så lad bare {x} ligge.",
    "Hvad vi kommer med: arbejdstøj, {x} og en god kantine.", "Mindre vigtigt, faktisk slet ikke: {x}.",
    "Det, I ikke behøver at kigge efter, er {x}.", "Don't worry about: {x}.", "Det går vi ikke op i:\n- om du har {x}",
    "Du har måske {x}, måske bare gode ben.",
    "Du får sikkerhedssko, {x} og oplæring.",
    "Om du har {x} eller bare er handy, kommer ud på ét.", "Derfor er {x} uden interesse.", "{x} ka han få af os",
    "At du har {x}, betyder intet.", "{x} - der er ingen børn, så nej", "Vi sætter dig på {x}.",
    "{x} skal vi nok få dem til at tage.", "{x} følger, når man er startet.", "{x} er alt for meget til det her.",
]  # fmt: skip
ASKED = [
    "Det, I skal kigge efter, er {x}.", "Det eneste, vi beder om, er {x}.", "Vi har to krav: {x} og godt humør.",
    "Det er {x}, vi ikke går på kompromis med.", "{x} må ikke være ældre end to år.", "{x} er man nødt til at ha.",
    "{x} kan vi ikke komme uden om.", "{x} da vi kører ud", "{x} ja", "Vi forlanger hverken humør eller held, kun {x}.",
    "Hvad du skal komme med: {x}.", "Tysk er ikke et krav, {x} er.", "{x} hører med.", "{x} MÅ han ha inden mandag",
    "{x} inden start ellers ingen start",
]  # fmt: skip
