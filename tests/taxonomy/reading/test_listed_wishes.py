"""What an order lists among its wishes is a wish, however flatly its text names it."""

from taxonomy.catalog import load_catalog
from taxonomy.reading import read_order
from taxonomy.reading.findings import TextField

CATALOG = load_catalog()


def hard(text: str, must_have: str = "", nice_to_have: str = "") -> set[str]:
    fields = [
        TextField("title", "Medarbejder"),
        TextField("text", text),
        TextField("must_have", must_have, 0),
        TextField("nice_to_have", nice_to_have, 0),
    ]
    return {one.key for one in read_order(fields, CATALOG).requirements if one.hard}


def test_a_licence_named_flatly_and_listed_as_a_wish_is_no_demand() -> None:
    assert "D" in hard("Busser i byen, kørekort D.")
    assert "D" not in hard("Busser i byen, kørekort D.", nice_to_have="kørekort D")


def test_a_skill_of_the_text_that_is_listed_as_a_wish_is_no_demand() -> None:
    assert "demens" in hard("Du kender til demens.")
    assert "demens" not in hard("Du kender til demens.", nice_to_have="erfaring med demens")


def test_what_the_list_of_demands_names_too_stays_a_demand() -> None:
    assert "D" in hard("Busser i byen, kørekort D.", must_have="kørekort D", nice_to_have="kørekort D")


def test_a_licence_that_the_text_demands_outright_stays_a_demand() -> None:
    assert "B" in hard("Kørekort B er et krav.", nice_to_have="kørekort B")


def test_better_danish_among_the_wishes_leaves_the_danish_that_is_demanded() -> None:
    assert "dansk" in hard("Dansk på mindst niveau B1 er et krav.", nice_to_have="flydende dansk")


def test_what_is_as_good_as_a_wish_is_none_the_harder() -> None:
    assert hard("Krav: Visma Løn eller Silkeborg Data.") == {"Visma Løn", "SD Løn"}
    assert not hard("Krav: Visma Løn eller Silkeborg Data.", nice_to_have="Silkeborg Data")
