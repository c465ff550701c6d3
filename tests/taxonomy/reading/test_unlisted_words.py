"""Skills and experience in words that no wording holds as they stand: parts, forms and frames that mean the same."""

import pytest

from tests.taxonomy.reading.small_catalog import demands


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Du har erfaring fra en indkøbsafdeling", {"experience indkøb!"}),
        ("Kendskab til forsikringsprodukter er et krav", {"skill forsikring!"}),
        ("Erfaring fra en revisionsvirksomhed er et plus", {"experience revision?"}),
        ("Erfaring fra møbelbranchen er et plus", {"experience møbelbranchen?"}),
    ],
)
def test_a_compound_that_says_where_is_read_as_the_skill_its_first_part_names(text: str, found: set[str]) -> None:
    assert demands(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kendskab til ladcykler er et plus", {"skill ladcykel?"}),
        ("Kendskab til elcykler er et plus", {"skill el-cykler?"}),
    ],
)
def test_a_plural_that_lost_its_e_and_words_written_apart_or_together_are_known(text: str, found: set[str]) -> None:
    assert demands(text) == found


def test_two_everyday_words_that_meet_are_no_compound() -> None:
    assert demands("Du skal have arbejdet med børn før") == {"experience børnepasning!"}
    assert demands("Vi tager dig gerne med") == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rutineret i kreditorbogholderi er et krav", {"experience kreditorstyring!"}),
        ("Rutineret i Excel er et krav", {"skill Excel!"}),
        ("Du har prøvet gulvvask før", {"experience gulvvaskemaskine!"}),
        ("Du har været i callcenter før", {"experience kundeservice!"}),
        ("anæstesi eller opvågning, erfaring er et krav", {"experience anæstesi!", "experience opvågning!"}),
        ("Du skal have surret gods før", {"experience lastsikring!"}),
    ],
)
def test_what_somebody_has_done_is_experience_and_a_program_somebody_is_used_to_a_skill(
    text: str, found: set[str]
) -> None:
    assert demands(text) == found


def test_having_been_on_a_course_is_a_paper_and_no_experience() -> None:
    assert demands("Du har gerne været på demenskursus") == {"certificate AMU demens?"}
