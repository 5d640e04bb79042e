"""From a report to what the learner is told: the order of the kinds, and how many there are."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from course.checking.rules import broken_rules
from course.debug import debug
from course.explaining.cannot_start import cannot_start
from course.explaining.evidence import Evidence, Saying
from course.explaining.facts import bare_facts, facts
from course.explaining.known import Answers, matching_mistake
from course.explaining.symptoms import symptoms_of
from course.explaining.vocabulary import in_known_words
from course.model import CheckReport, Diagnosis, Exercise, Verdict

MOST = 3
_log = logging.getLogger(__name__)


def diagnose(
    report: CheckReport,
    exercise: Exercise,
    source: str,
    known: Mapping[str, Answers],
) -> tuple[Diagnosis, ...]:
    """What to tell the learner about a report, what leads first; at most three things.

    `known` maps the names of the exercise's mistakes to their answers. Nothing is run.
    A passed report gets nothing, except a rule that was broken; any other gets something. The
    verdict is certain before this begins, so no surprise in here may take it from the learner:
    it is logged, and the bare facts are told.
    """
    try:
        found = _told(Evidence(report, exercise, source), known)[:MOST]
        told = tuple(in_known_words(one, exercise) for one in found)
    except Exception:
        _log.exception("no diagnosis of %s", exercise.id)
        told = ()
    debug("explanation", f"told of {exercise.id}: {[(one.kind, one.name) for one in told]}")
    return told if told or report.passed else (bare_facts(report),)


def _told(evidence: Evidence, known: Mapping[str, Answers]) -> list[Diagnosis]:
    report, exercise = evidence.report, evidence.exercise
    told: list[Diagnosis] = []
    if not report.passed:
        told.extend(cannot_start(evidence))
        if any(each.name == "parameters" for each in told) or (told and not evidence.failing):
            return told
    told.extend(broken_rules(exercise, evidence.source))
    if report.verdict is Verdict.BROKE_RULES and report.limit and not told:
        told.append(Diagnosis("rule", report.limit, name="own_equality"))
    if report.verdict in {Verdict.PASSED, Verdict.BROKE_RULES} and not evidence.failed_tests:
        return told
    if mistake := matching_mistake(exercise, report.probes, known):
        told.append(Diagnosis("mistake", mistake.message, name=mistake.name))
    if len(told) < MOST - 1 and not _explained(told):
        for name, said in symptoms_of(evidence, MOST - 1 - len(told)):
            told.append(_symptom(name, said))
    if report.stuck is not None and told and not evidence.failing:
        return told
    last = facts(evidence, " ".join(each.text for each in told))
    return [*told, last] if last else told


def _explained(told: list[Diagnosis]) -> bool:
    """Whether a symptom would only repeat what leads already."""
    return any(each.kind in {"mistake"} for each in told)


def _symptom(name: str, said: Saying) -> Diagnosis:
    return Diagnosis(
        kind="symptom",
        text=said.text,
        name=name,
        line=said.line,
        test=said.cases[0].test if said.cases else None,
    )
