"""Danish postcodes, where they lie and how far apart."""

import pytest

from taxonomy.places import distance_km, known_postcode, places


def position(postcode: str) -> tuple[float, float]:
    place = places()[postcode]
    return place.latitude, place.longitude


@pytest.mark.parametrize("postcode", ["1050", "2200", "3700", "5000", "8000", "9000"])
def test_a_danish_postcode_is_known(postcode: str) -> None:
    assert known_postcode(postcode)


@pytest.mark.parametrize("postcode", ["0000", "9999", "22000", "", "200"])
def test_a_number_that_is_no_postcode_is_unknown(postcode: str) -> None:
    assert not known_postcode(postcode)


def test_copenhagen_and_aarhus_are_157_kilometres_apart() -> None:
    assert distance_km(position("1050"), position("8000")) == pytest.approx(157, abs=2)


def test_a_distance_is_the_same_both_ways_and_nothing_to_oneself() -> None:
    there, back = position("5000"), position("9000")
    assert distance_km(there, back) == pytest.approx(distance_km(back, there))
    assert distance_km(there, there) == 0


def test_every_place_lies_in_denmark_with_a_name() -> None:
    assert len(places()) > 1000
    for place in places().values():
        assert 54.5 < place.latitude < 58, place.postcode
        assert 8 < place.longitude < 15.3, place.postcode
        assert place.name, place.postcode


def test_a_postcode_knows_its_municipality() -> None:
    assert places()["8000"].municipalities == ("Aarhus",)
