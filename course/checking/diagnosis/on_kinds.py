"""Symptoms of last resort: which kind of call goes wrong, and how many are right."""

from __future__ import annotations

from course.checking.diagnosis.evidence import Case, Evidence, Saying
from course.checking.diagnosis.sentences import in_which, score, the_call
from course.checking.diagnosis.words import code


def only_one_kind(evidence: Evidence) -> Saying | None:
    """All failing calls share something that no passing call has."""
    cases = evidence.failing
    shared = in_which(cases, evidence)
    if not shared or not cases:
        return None
    return Saying(f"{_did(cases[0])} {score(evidence)}{shared}".replace("  ", " "), cases)


def _did(case: Case) -> str:
    if case.exception is not None:
        return f"{the_call(case)} stopped with `{case.exception.type}`."
    return f"{the_call(case)} gave back {code(case.got or '', 50)}."
