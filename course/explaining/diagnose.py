"""From a report to what the learner is told: which cause leads, and how many things are told.

The first that holds leads: what keeps the tests from starting; a rule; a known mistake; what was
seen to happen (a limit, an exception, a value that names its cause); a shape of the code whose mend
is proven; the place of a proven mend; what is to be seen of the values; the facts.
"""

from __future__ import annotations

import ast
import logging
from collections.abc import Sequence

from course.checking.rules import broken_rules
from course.debug import debug
from course.explaining.call_cases import name_is_missing
from course.explaining.cannot_start import cannot_start
from course.explaining.evidence import Evidence, Saying
from course.explaining.facts import bare_facts, facts
from course.explaining.hypothesis import Hypothesis, Laboratory
from course.explaining.known_by_answers import line_of
from course.explaining.on_walks import idle_loops, with_line
from course.explaining.repair import (
    COARSE,
    FITS_ANYTHING,
    NATURAL,
    PARTS,
    SAY_LITTLE,
    SLIPS,
    WAYS,
    WHOLE_STATEMENTS,
    is_known,
    repair_text,
)
from course.explaining.symptoms import (
    CERTAIN,
    MENDS,
    ONLY_VALUES,
    SAYS_NOT_WHERE,
    SYMPTOMS,
    observed_symptoms,
    other_symptoms,
    shapes,
)
from course.explaining.vocabulary import in_known_words
from course.model import CheckReport, Diagnosis, Exercise, Mistake, Verdict
from course.worker.protocol import Mended

MOST = 3
_TRIED = 3
"""So many mends are checked, the likeliest first, until one is confirmed."""
_MANY = 4
_BY_ACCIDENT = frozenset({"zero_is_false"})
"""Slips whose mend makes a condition true in nearly all cases: a call or two are right by that."""
_SHORT = 0.3
"""The share of the time for a search where an exception leads, and tells its line."""
_OWN_RAISE = frozenset({"own_exception", "refused_in_other_words"})
"""What the learner's own `raise` made: what is wrong is before it, and not there."""
_log = logging.getLogger(__name__)


async def diagnose(
    report: CheckReport,
    exercise: Exercise,
    source: str,
    mistake: Mistake | None = None,
    laboratory: Laboratory | None = None,
) -> tuple[Diagnosis, ...]:
    """What to tell the learner about a report, what leads first; at most three things.

    `mistake` is the known one that the submission is. Without a `laboratory` only what was observed
    is told. A passed report gets nothing, except a rule that was broken; any other gets something.
    The verdict is certain before this begins, so no surprise in here may take it from the learner:
    it is logged, and the bare facts are told.
    """
    try:
        diagnoses = await _told(Evidence(report, exercise, source), mistake, laboratory)
        explanations = [in_known_words(one, exercise) for one in diagnoses[:MOST]]
    except Exception:
        _log.exception("no diagnosis of %s", exercise.id)
        explanations = []
    names = ", ".join(one.name or one.kind for one in explanations) or "nothing"
    debug("explanation", f"told of {exercise.id}: {names}")
    return tuple(explanations) if explanations or report.passed else (bare_facts(report),)


async def _told(
    evidence: Evidence, mistake: Mistake | None, laboratory: Laboratory | None
) -> list[Diagnosis]:
    report = evidence.report
    diagnoses = [_seen(one) for one in _before_the_tests(evidence)]
    if any(each.name == "parameters" for each in diagnoses) or (
        any(each.kind == "cannot_start" for each in diagnoses)
        and all(map(name_is_missing, evidence.failing))
    ):
        return diagnoses
    if report.verdict in {Verdict.PASSED, Verdict.BROKE_RULES} and not evidence.failed_tests:
        return diagnoses
    if mistake is not None:
        diagnoses.append(
            Diagnosis(
                "mistake",
                mistake.message,
                mistake.name,
                line_of(mistake, evidence.exercise, evidence.source),
                proof="observed",
            )
        )
    elif len(diagnoses) < MOST - 1:
        diagnoses += await _causes(evidence, MOST - 1 - len(diagnoses), laboratory)
    if report.stuck is not None and diagnoses and not evidence.failing:
        return diagnoses
    last = facts(evidence, " ".join(each.text for each in diagnoses))
    return [*diagnoses, _seen(last)] if last else diagnoses


def _before_the_tests(evidence: Evidence) -> list[Diagnosis]:
    """What keeps tests from starting, and the rules that are broken."""
    report, diagnoses = evidence.report, []
    if not report.passed:
        diagnoses += cannot_start(evidence)
        if any(each.name == "parameters" for each in diagnoses) or (
            diagnoses and not evidence.failing
        ):
            return diagnoses
    diagnoses += broken_rules(evidence.exercise, evidence.source)
    return diagnoses


async def _causes(evidence: Evidence, most: int, laboratory: Laboratory | None) -> list[Diagnosis]:
    """The causes that hold, and what else the values show."""
    sayings = observed_symptoms(evidence, most)
    seen = [_observed(*each).told("observed") for each in sayings]
    for one in seen:
        debug("explanation", f"cause {one.name}: seen in what came back")
    if seen and evidence.report.stuck is not None:
        return seen
    if seen and (seen[0].name in _OWN_RAISE or _ended_early(evidence)):
        return await _beside_exception(evidence, sayings, most, laboratory)
    if len(seen) > 1 and seen[0].name == "other_type" and seen[1].name not in SYMPTOMS:
        seen = [seen[1], seen[0], *seen[2:]]  # where another call stops, with the line and why
    if seen and seen[0].name not in ONLY_VALUES and seen[0].line is not None:
        if seen[0].name in SYMPTOMS or not evidence.failing or laboratory is None:
            return seen
        # other calls come to their end with a wrong value: what mends all of them says why
        found = await _mends(laboratory, ())
        mends_all = [it for it in found if it.whole and not it.second]
        place = await _place(evidence, mends_all, laboratory)
        return [*([place] if place is not None else []), *seen][:most]
    causes = [_shape(name, saying, evidence) for name, saying in shapes(evidence)]
    mends = await _mends(laboratory, sorted({kind for cause in causes for kind in cause.mends}))
    if laboratory is not None and laboratory.walked:
        evidence = _walked(evidence, laboratory)
        sayings = observed_symptoms(evidence, most)
        seen = [_observed(*each).told("observed") for each in sayings]
    proven = await _cause(causes, mends, laboratory)
    single = [it for it in mends if not it.second]
    place = await _place(evidence, single, laboratory) if proven is None else None
    if proven is None and (
        place is None or place.name in COARSE or any(it.name == "only_named" for it in causes)
    ):
        sure = CERTAIN if seen else CERTAIN | {"ignores_parameter"}
        certain = (cause for cause in causes if cause.name in sure)
        here = (cause for cause in certain if place is None or _beside(cause, place, evidence))
        proven = next((cause.told("observed") for cause in here), None)
        place = None if proven is not None else place
    if not proven and not place:  # two changes say less than a shape that is a fault by itself
        place = await _place(evidence, [it for it in mends if it.second], laboratory)
    if not proven and not place:
        sayings = sayings or other_symptoms(evidence, most)
        sayings[:1] = [(name, with_line(one, evidence)) for name, one in sayings[:1]]
        return [_observed(*each).told("observed") for each in sayings]
    if place and place.name not in SLIPS and seen and seen[0].line in _never_entered(evidence):
        place = None  # the end of the function is what every mend of this is about
    told = _in_order(proven, seen, place)
    if seen and told[0] is seen[0]:
        name, leads = sayings[0]
        told[0] = _observed(name, with_line(leads, evidence)).told("observed")
    return told[:most]


async def _beside_exception(
    evidence: Evidence,
    sayings: list[tuple[str, Saying]],
    most: int,
    laboratory: Laboratory | None,
) -> list[Diagnosis]:
    """What was seen of an exception, and the place of a mend where that is another one."""
    seen = [_observed(*each).told("observed") for each in sayings]
    elsewhere = seen[0].line is None or seen[0].name in _OWN_RAISE
    share = 1.0 if elsewhere else _SHORT
    found = [it for it in await _mends(laboratory, (), share) if not _evades(it, evidence)]
    place = await _place(evidence, found, laboratory)
    also = [place] if place is not None and place.line != seen[0].line else []
    if not also:
        (name, leads), walked = sayings[0], _walked(evidence, laboratory)
        seen[0] = _observed(name, with_line(leads, walked)).told("observed")
    slip = bool(also) and (also[0].name in SLIPS or _is_handler_of(seen[0], also[0], evidence))
    if (
        elsewhere or slip
    ):  # it hurts in the tests, in a library, or where the learner has it refused
        return [*also, *seen][:most]
    return [seen[0], *also, *seen[1:]][:most]


def _evades(mend: Mended, evidence: Evidence) -> bool:
    """Whether a mend puts another name where one has a value, and that helps some calls only.

    Beside an exception these are calls that the other name keeps from the line where it came.
    """
    partial = mend.kind == "name" and not mend.whole
    return partial and is_known(mend.was, mend.function, evidence)


def _is_handler_of(seen: Diagnosis, place: Diagnosis, evidence: Evidence) -> bool:
    """Whether a place is the `except` of the very `try` that an exception came out of."""
    return any(
        isinstance(node, ast.Try)
        and any(it.lineno <= (seen.line or 0) <= (it.end_lineno or 0) for it in node.body)
        and any(it.lineno == place.line for it in node.handlers)
        for node in (ast.walk(evidence.tree) if evidence.tree else ())
    )


def _in_order(
    proven: Diagnosis | None, seen: list[Diagnosis], place: Diagnosis | None
) -> list[Diagnosis]:
    """What leads of a proven shape, what was seen and a proven place."""
    open_where = bool(seen) and seen[0].line is None
    barred = bool(seen) and seen[0].name == "never_changed" and proven is None
    if barred and place is not None and place.name not in COARSE:
        return [place, *seen]  # why the condition was never true
    says_more = place is not None and place.name in SLIPS and bool(seen)
    if place is not None and (
        says_more or (open_where and _leaves_open_where(seen[0].name, place.name))
    ):
        return [place, *seen]
    return [one for one in (proven, *seen[:1], place, *seen[1:]) if one is not None]


def _never_entered(evidence: Evidence) -> set[int]:
    """The lines of the loops that did not run once, where all calls came to their end by that."""
    cases = [it for it in evidence.failing if it.got == "None"]
    loops = [{loop.lineno for loop in idle_loops(it, evidence)} for it in cases]
    same = len(cases) == len(evidence.failing) and bool(loops)
    return set.intersection(*loops) if same else set()


def _beside(cause: Hypothesis, place: Diagnosis, evidence: Evidence) -> bool:
    """Whether a place that says little is in the function of a cause, or on its very line."""
    if cause.line == place.line:
        return True
    functions = [it for it in evidence.functions.values() if it.name == cause.function]
    return any(it.lineno <= (place.line or 0) <= (it.end_lineno or 0) for it in functions)


def _leaves_open_where(name: str, place: str) -> bool:
    """Whether a proven place says more: an exception without a line came in a test."""
    vague = FITS_ANYTHING | COARSE | {"arguments"}
    side = name == "differs_only_in" and place not in vague
    if name == "other_type" and place == "answer":
        return False  # it says which value is wrong there, and not that its type is
    return side or name in SAYS_NOT_WHERE or name not in SYMPTOMS


def _walked(evidence: Evidence, laboratory: Laboratory | None) -> Evidence:
    """The evidence with the lines that failing calls have run, where a search has seen it."""
    if laboratory is None or not laboratory.walked:
        return evidence
    return evidence.walking(laboratory.walked)


async def _mends(
    laboratory: Laboratory | None, first: Sequence[str], share: float = 1.0
) -> tuple[Mended, ...]:
    return await laboratory.search(first, share) if laboratory is not None else ()


def _ended_early(evidence: Evidence) -> bool:
    """Whether an exception ended the code where it hurts, which may not be where it is wrong."""
    if not evidence.failing:
        return any(test.exception is not None for test in evidence.failed_tests[:1])
    return evidence.failing[0].exception is not None


async def _cause(
    causes: Sequence[Hypothesis], mends: Sequence[Mended], laboratory: Laboratory | None
) -> Diagnosis | None:
    """The first of the causes whose mend is proven."""
    for cause in causes:
        for mend in [mend for mend in mends if cause.fits(mend)][:_TRIED]:
            if laboratory is not None and await laboratory.proves(mend):
                debug("explanation", f"cause {cause.name}: proven by {mend.kind}, line {mend.line}")
                return cause.told("mended")
        debug("explanation", f"cause {cause.name}: refuted, no mend that follows from it helps")
    return None


async def _place(
    evidence: Evidence, mends: Sequence[Mended], laboratory: Laboratory | None
) -> Diagnosis | None:
    """The place of the likeliest mend that is proven, and what kind of mend it is."""
    passed = sum(test.outcome == "passed" for test in evidence.report.tests)
    telling = [
        mend
        for mend in mends
        if _tells(mend, passed > _MANY) and not _is_unfinished(mend, evidence)
    ]
    for mend in [_most_specific(mend, telling) for mend in telling[:_TRIED]]:
        if laboratory is not None and await laboratory.proves(mend):
            text = repair_text(mend, evidence)
            return Diagnosis("symptom", text, mend.kind, mend.line, proof="mended")
    return None


def _is_unfinished(mend: Mended, evidence: Evidence) -> bool:
    """Whether the function of a mend has nothing in it: what it gives back is no slip."""
    functions = [it for it in evidence.functions.values() if it.name == mend.function]
    body = [it for function in functions for it in function.body]
    return bool(body) and all(
        isinstance(it, ast.Pass)
        or (isinstance(it, ast.Return) and it.value is None)
        or (isinstance(it, ast.Expr) and isinstance(it.value, ast.Constant))
        for it in body
    )


def _most_specific(mend: Mended, among: Sequence[Mended]) -> Mended:
    """The mend of the same line that says what kind of change it takes."""
    same = (it for it in among if it.source == mend.source and it.kind in SLIPS)
    mend = mend if mend.kind in SLIPS else next(same, mend)
    if mend.kind in PARTS and mend.towards:
        alike = ("comparison", "number")
        return next((it for it in among if it.line == mend.line and it.kind in alike), mend)
    if mend.kind in COARSE:
        ways = (it for it in among if it.kind in WAYS and it.whole and it.function == mend.function)
        mend = next(ways, mend)
    if mend.kind not in WHOLE_STATEMENTS:
        return mend
    return next(
        (it for it in among if it.line == mend.line and it.kind not in WHOLE_STATEMENTS), mend
    )


def _tells(mend: Mended, many_pass: bool = False) -> bool:
    """Whether a mend says where the fault is.

    All of a function's calls are right after it; and where another value or answer is all it takes,
    there are enough of them that it is no accident. Where something else is wrong as well, only a
    slip that has a kind of its own tells something, as far as it goes; and so does what a right
    program that is close to this one has in that place. Where `many_pass`, these tests refute what
    is an accident: then one sign or word needs only one test that it makes right.
    """
    if mend.second == mend.line and mend.kind in SLIPS:
        return False  # two on one line make it right by accident
    if mend.second and mend.kind in SAY_LITTLE | FITS_ANYTHING:
        return False  # the other change may be the one that says what is wrong
    if mend.towards and (mend.whole or mend.kind not in COARSE):
        return True
    if mend.whole:
        if mend.kind in FITS_ANYTHING:
            return mend.tests >= _MANY
        return mend.tests >= 2 or (many_pass and mend.kind in NATURAL and not mend.second)
    if mend.kind == "turned_assignment" and mend.cost > 1:
        return False  # it does not overwrite what a loop gives: only all calls prove it
    many = len(mend.right) >= _MANY - 1 and mend.kind not in FITS_ANYTHING | COARSE
    likely = (mend.kind in SLIPS or many) and mend.kind not in _BY_ACCIDENT
    return likely and not mend.second


def _shape(name: str, saying: Saying, evidence: Evidence) -> Hypothesis:
    function = next(
        (
            one.name
            for one in evidence.functions.values()
            if saying.line is not None
            and one.lineno <= saying.line <= (one.end_lineno or one.lineno)
        ),
        "",
    )
    return Hypothesis(
        "symptom", name, saying.text, saying.line, function, saying.cases, mends=MENDS[name]
    )


def _observed(name: str, saying: Saying) -> Hypothesis:
    return Hypothesis("symptom", name, saying.text, saying.line, "", saying.cases, observed=True)


def _seen(one: Diagnosis) -> Diagnosis:
    return Diagnosis(
        one.kind, one.text, one.name, one.line, one.test, one.diff, one.file, "observed"
    )
