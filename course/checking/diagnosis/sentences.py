"""Sentences and choices that many symptoms share."""

from __future__ import annotations

from collections.abc import Sequence

from course.checking.diagnosis.evidence import Case, Evidence
from course.checking.diagnosis.inputs import what_they_share
from course.checking.diagnosis.words import code, count


def in_which(cases: Sequence[Case], evidence: Evidence) -> str:
    """What the calls share and no passing call has, as a sentence; empty when nothing is sure."""
    shared = what_they_share(cases, evidence)
    if shared is None:
        return ""
    if len(cases) == 1:
        return f" In this call {shared}; none of the calls that pass is like that."
    return (
        f" What the {len(cases)} calls that go wrong like this have in common: {shared}. None of "
        "the calls that pass is like that."
    )


def how_many(cases: Sequence[Case], evidence: Evidence, doing: str) -> str:
    """`All 4 failing calls DOING`, `2 of the 5 failing calls DOING`; empty for a single failure."""
    total = len(evidence.failing)
    if total < 2:
        return ""
    if len(cases) == total:
        return f" All {total} calls that fail {doing}."
    if len(cases) < 2:
        return ""
    return f" {len(cases)} of the {total} calls that fail {doing}."


def score(evidence: Evidence) -> str:
    """How many of the calls the tests make are right, as a sentence."""
    right, wrong = len(evidence.passing), len(evidence.failing)
    if not right:
        return ""
    return f"{count(right, 'call')} of {right + wrong} gave the right answer."


def the_call(case: Case) -> str:
    """The call as code."""
    return code(case.call, 80)


def returned(case: Case) -> str:
    """What came back, as code."""
    return code(case.got or "", 70)


def awaited(case: Case) -> str:
    """What the test expects, as code."""
    return code(case.expected or "", 70)
