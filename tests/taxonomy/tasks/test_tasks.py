"""The tasks: the bundled ones are sound, a broken file is refused with its line, words are found as people say them."""

from pathlib import Path

import pytest

from taxonomy.catalog import Catalog
from taxonomy.files import TaxonomyFileError
from taxonomy.tasks.of_occupations import usual_tasks
from taxonomy.tasks.reading import TaskReader, bundled_task_reader
from taxonomy.tasks.vocabulary import Task, bundled_tasks, load_tasks

FAMILY = '[kasse]\nlabel = "kasse"\nenglish = "till"\ntasks = """\n{lines}\n"""\n'


def found(text: str) -> set[str]:
    return {one.task for one in bundled_task_reader().find(text)}


def refused(folder: Path, lines: str, family: str = FAMILY) -> TaxonomyFileError:
    (folder / "opgaver.toml").write_text(family.format(lines=lines), encoding="utf-8")
    with pytest.raises(TaxonomyFileError) as told:
        load_tasks(folder, {"kok"})
    assert told.value.file.name == "opgaver.toml"
    return told.value


def test_the_bundled_tasks_are_many_and_each_has_an_english_name() -> None:
    tasks = bundled_tasks()
    assert len(tasks) > 200
    assert all(task.english for task in tasks.values())


def test_every_bundled_task_is_found_by_its_own_name() -> None:
    missing = {key for key in bundled_tasks() if key not in found(key)}
    assert not missing


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("betjene kassen: kasse", "ingen opgave"),
        ("betjene kassen (till): kasse\nbetjene kassen (till): kassen", "to gange"),
        ("betjene kassen (till): kasse; in: kasseheks", "kasseheks"),
        ("betjene kassen (till): kasse; skills: hekseri", "hekseri"),
        ("betjene kassen (till): kasse; findes: kok", "findes"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(tmp_path: Path, lines: str, said: str) -> None:
    error = refused(tmp_path, lines)
    assert said in str(error)
    assert error.line == 5


def test_a_family_without_its_english_name_is_refused(tmp_path: Path) -> None:
    assert "english" in str(refused(tmp_path, "", '[kasse]\nlabel = "kasse"\ntasks = "{lines}"\n'))


@pytest.mark.parametrize(
    "text",
    [
        "Jeg har gjort rent på skoler",
        "hovedrengøring hver fredag",
        "Sprzątam biura",
        "Я прибирала в готелі",
        "تنظيف المنازل",
    ],
)
def test_a_task_is_found_in_many_words_and_languages(text: str) -> None:
    assert "gøre rent" in found(text)


def test_the_words_of_a_task_stand_near_each_other_in_any_order_and_with_any_ending() -> None:
    reader = TaskReader([Task("vaske tøj", "laundry", "vask", ("vaske tøj",))])
    assert reader.find("Tøjet vaskede jeg selv.")
    assert not reader.find("Jeg vasker biler, og en gang om ugen køber jeg noget nyt tøj.")
    assert not reader.find("Jeg vaskede. Tøj solgte jeg.")


def test_a_word_of_a_compound_is_found_and_a_word_marked_alone_is_not() -> None:
    reader = TaskReader([Task("a", "a", "f", ("rengøring",)), Task("b", "b", "f", ("=kasse",))])
    assert [one.task for one in reader.find("Rengøringsassistent med a-kasse og sygekasse")] == ["a", "b"]
    assert not [one for one in reader.find("medlem af sygekassen") if one.task == "b"]


def test_an_open_word_is_found_by_how_it_begins_or_ends() -> None:
    reader = TaskReader([Task("a", "a", "f", ("spaw*", "*vognsfører"))])
    assert len(reader.find("Spawacz. Letbanevognsfører.")) == 2


def test_what_is_denied_is_not_found() -> None:
    assert "gøre rent" not in found("Jeg vil ikke gøre rent")
    assert "betjene kunder" not in found("ingen kundekontakt")
    assert "gøre rent" in found("Jeg kan ikke kun gøre rent")


def test_a_wording_that_has_a_word_twice_needs_it_twice() -> None:
    reader = TaskReader([Task("indsamle penge", "fundraising", "salg", ("dør til dør",))])
    assert reader.find("Jeg gik fra dør til dør.")
    assert not reader.find("Bus 18 til døren.")


@pytest.mark.parametrize(
    ("text", "not_this"),
    [
        ("Vi lægger vægt på tempo.", "gå runder"),
        ("Et sæsonbetonet køkken.", "støbe beton"),
        ("Du bliver oplært af en makker.", "oplære kolleger"),
        ("37 timer i snit.", "hjælpe i køkken"),
        ("En blandet stilling.", "blande og afveje"),
        ("Answer mails, chat and phone.", "sælge i telefon"),
        ("Du modtager kasser og tæller op.", "gøre kassen op"),
        ("En cand.mag. i tysk.", "svejse"),
        ("Teamlederen er polak.", "lede mennesker"),
        ("Autoværksted med fire lifte.", "forflytte"),
        ("Backup og serverdrift.", "servere"),
        ("Eliteprogram for unge svømmere.", "programmere"),
        ("Arbejdet i en skovbørnehave.", "arbejde i skov"),
        ("Søger en rigtig kontrakt.", "arbejde juridisk"),
        ("Cykelmekaniker i en kæde.", "reparere biler"),
        ("Otte år i uniform.", "vaske tøj"),
        ("Hjælper for to forskellige brugere.", "hjælpe brugere med it"),
        ("Har hjulpet i min onkels kiosk.", "hjælpe ældre med hverdagen"),
    ],
)
def test_words_that_only_look_alike_or_tell_of_others_name_no_task(text: str, not_this: str) -> None:
    assert not_this not in found(text)


@pytest.mark.parametrize(
    ("text", "this"),
    [
        ("Vægter i et center.", "gå runder"),
        ("Har oplært nye kollegaer.", "oplære kolleger"),
        ("Beton og kloak i fire år.", "støbe beton"),
        ("Jeg var teamleder i en kundeservice.", "lede mennesker"),
        ("Loftlift og kørestole.", "forflytte"),
        ("Serverede for gæster, også servering ved fester.", "servere"),
        ("Programmør i ti år.", "programmere"),
        ("Har hjulpet min mor, da hun blev syg.", "hjælpe ældre med hverdagen"),
    ],
)
def test_the_tasks_that_those_words_do_name_are_still_found(text: str, this: str) -> None:
    assert this in found(text)


@pytest.mark.parametrize(("one", "other"), [("stuepige", "stuearbejder"), ("kassedame", "kassemand")])
def test_a_title_that_names_a_sex_shows_what_the_other_shows(one: str, other: str) -> None:
    assert found(one) == found(other)


def test_what_is_found_stands_where_it_says() -> None:
    text = "Otte år i kasse 4, og jeg fyldte op."
    said = {text[one.start : one.end] for one in bundled_task_reader().find(text)}
    assert {"kasse", "fyldte op"} <= said


def test_an_occupation_s_tasks_are_those_its_own_words_name_and_those_linked(catalog: Catalog) -> None:
    assert {"betjene kassen", "fylde varer op"} <= usual_tasks(catalog, "supermarkedsmedarbejder")
    assert usual_tasks(catalog, "no such occupation") == frozenset()


def test_nearly_every_occupation_has_a_task(catalog: Catalog) -> None:
    without = [one for one in catalog.occupations if not usual_tasks(catalog, one)]
    assert len(without) < 0.03 * len(catalog.occupations)
