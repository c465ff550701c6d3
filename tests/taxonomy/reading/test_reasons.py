"""What stands beside a demand changes it: a reason, a subject of its own, an answer, what somebody is needed for."""

import pytest

from tests.taxonomy.reading.small_catalog import demands


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # nobody gives a reason for what he does not need, and the reason itself asks for nothing
        ("engelsk da halvdelen er turister", {"language engelsk!"}),
        ("Det er nødvendigt, at du kan engelsk, fordi du skal vejlede borgere", {"language engelsk!"}),
        ("Kendskab til demens er en fordel, da mange børn er tosprogede", {"skill demens?"}),
        ("Excel er et krav, fordi du skal kunne lave regnskab", {"skill Excel!", "skill bogføring!"}),
        # a clause with a subject of its own says nothing of what stands before it
        ("Engelsk er nødvendigt, og et tredje sprog er et plus", {"language engelsk!"}),
        ("Excel er nødvendigt, og det er en fordel, hvis du kender Word", {"skill Excel!", "skill Word?"}),
        # a condition on what is waived is a demand
        ("dansk ikke et krav hvis bare man kan engelsk", {"language dansk-", "language engelsk!"}),
        # an answer with a reward
        ("Kan du svømme? Så kan du følge med i svømmehallen", {"skill svømning?"}),
        # what somebody is needed for is the job
        ("bil er en fordel", {"own_car egen bil?"}),
        ("Vi stiller bil til rådighed", {"own_car egen bil-"}),
        # how well a language is written is no skill in writing
        ("skal kunne tale og skrive godt dansk", {"language dansk B2!"}),
        # a paper by what it is for
        ("gerne gummigedscertifikat", {"certificate læssemaskinecertifikat?"}),
        # what stands before the years is what they were spent in
        ("gravemaskine 5 års erfaring", {"experience gravemaskine 5!"}),
        ("Erfaring i hvert fald 1 år", {"experience erfaring 1!"}),
        ("Salg har man prøvet før", {"experience salg!"}),
        ("Du har prøvet at lede før", {"experience ledelse!"}),
        ("Har du prøvet at stå foran en flok børn", set()),
    ],
)
def test_what_stands_beside_a_demand_changes_it(text: str, found: set[str]) -> None:
    assert demands(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Det er en fordel, hvis du har truckcertifikat, kender til Excel og kan svejse",
         {"certificate truckcertifikat?", "skill Excel?", "skill svejsning?"}),
        ("Hverken truckcertifikat, Excel eller engelsk er et krav",
         {"certificate truckcertifikat-", "skill Excel-", "language engelsk-"}),
        ("Truckcertifikat er ikke nødvendigt, men Excel er et krav", {"certificate truckcertifikat-", "skill Excel!"}),
    ],
)  # fmt: skip
def test_what_governs_the_first_of_a_list_governs_all_of_it(text: str, found: set[str]) -> None:
    assert demands(text) == found
