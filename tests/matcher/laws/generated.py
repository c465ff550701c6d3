"""Orders and CVs put together from parts of the bundled ones: real words in combinations that nobody wrote."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from hypothesis import strategies as st

from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from matcher.evaluation.collection import bundled_cvs, bundled_orders
from taxonomy.neutral.texts import without_personal_details

CVS, ORDERS = bundled_cvs(), bundled_orders()
WORD = re.compile(r"(?<!\S)[^\W\d_]{3,}(?!\S)")  # half of a compound is another word
OTHERS = [replace(one, id=f"other-{one.id}") for one in CVS[::15]]  # among whom a person stands

# What is demanded, the field that proves it, and the proof as people write it.
PROOFS: tuple[tuple[str, str, str], ...] = (
    ("kørekort B", "licences", "kørekort B"),
    ("kørekort C", "licences", "kørekort C/E"),
    ("kørekort C/E", "licences", "kørekort C/E"),
    ("truckcertifikat B", "licences", "truckcertifikat B"),
    ("truckcertifikat", "licences", "truckcertifikat A"),
    ("hygiejnebevis", "licences", "hygiejnebevis"),
    ("autoriseret social- og sundhedsassistent", "licences", "autorisation som social- og sundhedsassistent"),
    ("svejsecertifikat", "licences", "svejsecertifikat"),
    ("dansk på B1", "languages", "dansk"),
    ("dansk på B2", "languages", "dansk"),
    ("engelsk på B1", "languages", "engelsk"),
    ("tysk", "languages", "tysk"),
    ("truckcertifikat B", "skills", "truckcertifikat B"),
    ("hygiejnebevis", "skills", "hygiejnebevis"),
    ("kørekort B", "skills", "kørekort B"),
    ("uddannet smed", "education", "udlært smed"),
    ("uddannet social- og sundhedshjælper", "education", "social- og sundhedshjælper"),
    ("lastbilchauffør med EU-bevis", "education", "EU-chaufføruddannelsen, EU-bevis"),
)


def with_proof(cv: Cv, field: str, proof: str) -> Cv:
    """The CV with the proof in the field."""
    if field == "languages":
        return replace(cv, languages={**cv.languages, proof: "modersmål"})
    return replace(cv, **{field: (*getattr(cv, field), proof)})  # type: ignore[arg-type]


@st.composite
def cvs(draw: st.DrawFn) -> Cv:
    """A CV whose every field is somebody's."""
    part = st.sampled_from(CVS)
    base, wisher, worker, skilled, talker, licensed = (draw(part) for _ in range(6))
    return replace(
        base,
        id="somebody",
        desired_jobs=wisher.desired_jobs[:6],
        experience=worker.experience[:6],
        skills=skilled.skills,
        education=skilled.education,
        languages=talker.languages,
        licences=licensed.licences,
    )


@st.composite
def orders(draw: st.DrawFn) -> JobOrder:
    """An order whose demands are another order's."""
    base, demanding = draw(st.sampled_from(ORDERS)), draw(st.sampled_from(ORDERS))
    return replace(base, id="asked", must_have=demanding.must_have, nice_to_have=demanding.nice_to_have)


def shuffled(cv: Cv, seed: int) -> Cv:
    """The CV with all that it lists in another order."""
    mix = Random(seed)
    lists = {
        name: tuple(mix.sample(listed, len(listed)))
        for name in ("experience", "education", "skills", "licences", "desired_jobs")
        if (listed := getattr(cv, name))
    }
    languages = dict(mix.sample(list(cv.languages.items()), len(cv.languages)))
    return replace(cv, **lists, languages=languages)  # type: ignore[arg-type]


def demands_shuffled(order: JobOrder, seed: int) -> JobOrder:
    """The order with its demands and its wishes in another order."""
    mix = Random(seed)
    return replace(
        order,
        must_have=tuple(mix.sample(order.must_have, len(order.must_have))),
        nice_to_have=tuple(mix.sample(order.nice_to_have, len(order.nice_to_have))),
    )


def said_again(cv: Cv, seed: int) -> Cv:
    """The CV with everything it lists said twice, its text twice, and one word of the text three times running."""
    text = cv.text
    words = list(WORD.finditer(without_personal_details(text)))
    if words:
        word = Random(seed).choice(words)
        text = f"{text[: word.end()]} {word[0]} {word[0]}{text[word.end() :]}"
    lists = {name: (*listed, *listed) for name in ("skills", "education", "licences") if (listed := getattr(cv, name))}
    return replace(cv, text=f"{text}\n\n{cv.text}", desired_jobs=(*cv.desired_jobs, *cv.desired_jobs), **lists)  # type: ignore[arg-type]
