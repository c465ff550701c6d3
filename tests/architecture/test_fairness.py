"""What the law forbids a score to know, ranking cannot reach."""

from __future__ import annotations

from dataclasses import fields
from typing import get_type_hints

from matcher.candidates.crowd import Profiles
from matcher.candidates.facts import TRAITS, FactKind
from matcher.candidates.profile import CandidateProfile, Standing
from matcher.ranking.score import Scorer
from tests.architecture.product import ROOT, attributes, modules, names, parsed

STANDING = {field.name for field in fields(Standing)}


def test_a_profile_holds_just_what_ranking_may_read() -> None:
    assert {field.name for field in fields(CandidateProfile)} == {
        "id",
        "passages",
        "wishes",
        "refused",
        "history",
        "held",
        "denied",
        "languages",
        "wanted_shifts",
        "refused_shifts",
        "wanted_kinds",
        "education_level",
        "hours",
        "hours_a_week",
        "availability",
        "position",
        "max_commute_km",
        "text_language",
        "stems",
        "tasks",
        "wished_tasks",
        "refused_kinds",
    }


def test_standing_is_apart_from_the_profile() -> None:
    assert {"cv_approved", "match_category", "insured", "age_group"} == STANDING


def test_no_module_of_ranking_reaches_for_a_person_s_standing() -> None:
    forbidden = STANDING | {"Standing", "standing"}

    for path, tree in modules("matcher/ranking"):
        assert not forbidden & set(names(tree)), path.relative_to(ROOT)


def test_only_rules_and_those_who_carry_it_read_a_person_s_standing() -> None:
    readers = {path.relative_to(ROOT).as_posix() for path, tree in modules("matcher") if "standing" in attributes(tree)}

    assert {reader for reader in readers if not reader.startswith("matcher/eligibility/")} <= {
        "matcher/candidates/build.py",
        "matcher/candidates/codec.py",
        "matcher/candidates/profile.py",
    }


def test_the_arrays_that_ranking_weighs_hold_no_standing() -> None:
    assert TRAITS.names is not None
    assert not set(TRAITS.names) & STANDING
    assert {what.name.casefold() for what in FactKind} & {
        *STANDING,
        "name",
        "sex",
        "origin",
        "health",
        "benefit",
    } == set()


def test_only_the_whole_crowd_holds_standings_and_ranking_is_given_profiles() -> None:
    assert get_type_hints(Scorer.score_batch)["people"] is Profiles
    assert not {name for name in vars(Profiles) if "standing" in name}


def test_what_a_text_says_of_the_person_is_left_out_where_people_are_built_and_found() -> None:
    assert "comparable" in names(parsed(ROOT / "matcher" / "candidates" / "build.py"))
    assert "neutral_cv" in names(parsed(ROOT / "indexer" / "documents" / "fields.py"))
