"""The words of the report that its HTML and its Markdown share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from course.learner.exam import ExamResult
from course.learner.held import HOW, How
from course.learner.mixed_up import MixedUp
from course.learner.readiness import Area, ModuleSkill, Overview
from course.learner.report import Report, Work
from course.learner.shift_outcomes import Outcome
from course.plural import counted, that_hold

PORTFOLIO = "The code with its history, its tests and a CI file is a git repository:"
LEFT_OUT: dict[How, str] = {
    "placement": "left out after a short test",
    "code": "left out after one exercise",
    "word": "left out on the learner's own word",
}
"""What is said of a module that is skipped, by what says so."""

SHIFTS = (
    "A shift is a morning at a small service that really runs under simulated customers, with a "
    "branch to review, a ticket, a feature, and a release that goes wrong. Each point is taken "
    "from what happened, from the repository, or from running what is in it."
)


def figures(skills: Overview) -> str:
    """What was passed, answered and reviewed, in a line."""
    passed = sum(it.passed_at is not None for it in skills.practice.values())
    at_once = sum(it.first_try for it in skills.practice.values())
    if not passed and not skills.questions and not skills.reviews and not skills.shifts:
        return "Nothing is shown yet. What you answer and pass counts from the first on."
    parts = [f"{counted(passed, 'exercise')} passed, {at_once} at the first try without a hint"]
    if leant := sum(it.leant for it in skills.practice.values()):
        parts[0] += f", {leant} with the solution's help"
    if skills.questions:
        parts.append(f"{counted(skills.questions, 'question')}, {skills.questions_at_once} at once")
    if skills.reviews:
        parts.append(f"{counted(skills.reviews, 'review')}, {skills.reviews_known} known")
    return "  ·  ".join(parts)


def evidence_of(skill: ModuleSkill) -> Iterator[str]:
    """What a module's mastery is counted from."""
    if skill.skipped:
        yield f"left out, {HOW[skill.skipped]}"
    if skill.passed:
        yield f"{skill.passed} of {skill.exercises} exercises passed, {skill.first_try} at once"
    if skill.leant:
        yield f"{skill.leant} with the solution's help"
    if skill.hints:
        yield counted(skill.hints, "hint")
    if skill.seen:
        yield f"{skill.seen} of {skill.concepts} concepts seen"


def shift_words(one: Outcome) -> str:
    """When a shift was, and how much of what counts it shows: `9 of 13 things that count hold`."""
    calm = ", without a clock" if one.run.calm else ""
    return f"{one.run.day}{calm}: {that_hold(one.held, len(one.marks))}"


MIXED = "Mixed up on the way"
"""What stands above the misconceptions that exercises and questions have shown."""


EXAMS = "Exams"
"""What stands above the results of exams."""


def exam_told(one: ExamResult) -> str:
    """A result as somebody else reads it: with its uncertainty, and what it was taken under."""
    low, high = (round(100 * bound) for bound in one.bounds)
    code = f", {one.exercises_right} of {counted(one.exercises, 'exercise')} solved in code"
    return (
        f"{one.right} of {counted(one.asked, 'task')} right{code if one.exercises else ''}, in "
        f"{counted(one.minutes, 'minute')} and without hints; true share between {low} % and "
        f"{high} % (95 %)."
    )


def mixed_times(one: MixedUp) -> str:
    """How often something was mixed up, and when last."""
    return f"{counted(one.times, 'time')}, last on {one.last[:10]}"


def heading(report: Report) -> str:
    """The title: whose report it is."""
    return f"Python: what {report.name} has built" if report.name else "Python: what I have built"


def origin(report: Report) -> str:
    """Where the figures come from, in a sentence."""
    skills = report.skills
    records = report.attempts + skills.questions + skills.reviews + len(skills.shifts)
    return (
        f"Counted on {report.written} by the course “{report.course}” (version {report.version}) "
        f"from {counted(records, 'record')} on the learner's own computer. It is a record of "
        "practice, not a certificate: an exercise counts as passed when all of its tests passed."
    )


def how(work: Work) -> str:
    """How a pass came about: `3 checks, 1 hint`."""
    if work.leant:
        return "with the solution's help"
    if work.helped:
        return f"with the solution's help, alone on {work.alone_on}"
    if work.first_try:
        return "first check, no hint"
    hints = f", {counted(work.hints, 'hint')}" if work.hints else ", no hint"
    return f"{counted(work.attempts, 'check')}{hints}"


def with_help(report: Report) -> str:
    """How many passes owe something to the reference: `, 2 with the solution's help`."""
    return f", {report.leant} with the solution's help" if report.leant else ""


def counted_from(area: Area) -> str:
    """What an area's verdict stands on."""
    words = f"{area.passed} of {area.needed} exercises passed" if area.needed else ""
    if area.state == "shown":
        words = f"{counted(area.passed, 'exercise')} passed, {area.first_try} at the first check"
    placed = [
        f"{counted(count, 'module')} {LEFT_OUT[how]}"
        for how, count in Counter(sorted(area.skipped)).items()
    ]
    return "; ".join(filter(None, [words, *placed])) or "nothing yet"
