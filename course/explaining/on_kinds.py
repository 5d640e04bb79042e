"""Symptoms of last resort: which kind of call goes wrong, and how many are right."""

from __future__ import annotations

from course.explaining.evidence import Evidence, Saying
from course.explaining.sentences import in_which, outcome, score


def only_one_kind(evidence: Evidence) -> Saying | None:
    """All failing calls share something that no passing call has."""
    cases = evidence.failing
    shared = in_which(cases, evidence)
    if not shared or not cases:
        return None
    return Saying(f"{outcome(cases[0])} {score(evidence)}{shared}".replace("  ", " "), cases)
