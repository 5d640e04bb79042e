"""A report with one of everything, made by hand."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from course.learner.exam import ExamResult
from course.learner.held import How
from course.learner.mixed_up import MixedUp
from course.learner.readiness import Area, ModuleSkill, Overview, State
from course.learner.report import ConceptLine, Report, Work
from course.learner.shift_outcomes import Outcome, ShiftRun
from course.shift.mark import Mark


def area(title: str, passes: tuple[str, ...], needed: int, skipped: tuple[How, ...] = ()) -> Area:
    """What a job asks for, so far."""
    return Area(title, f"Do {title}.", passes, needed, len(passes), skipped, None)


AREAS: dict[State, Area] = {
    "open": area("Open", (), 2),
    "begun": area("Begun", ("a/one",), 2),
    "placed": area("Placed", (), 1, skipped=("placement", "placement")),
    "shown": area("Shown", ("a/one", "b/two"), 2),
}
ONE = Work("a/one", "One <1>", "write", "a", "Aa", date(2026, 3, 1), 1, 0, 1, source="x = 1\n")
TWO = Work("b/two", "Two", "project", "b", "Bb", date(2026, 3, 2), 3, 1, 4, milestones=2)
CAPSTONE = Work(
    "capstones/c", "Cap", "project", "capstones", "Cc", date(2026, 3, 3), 2, 0, 5, 1, "y = 2\nz\n"
)
FOUND = Overview(
    modules=(
        ModuleSkill("a", "Aa", 0.5, 1, 2, 1, 3, 1, 0, skipped=None),
        ModuleSkill("b", "Bb", 0.0, 0, 1, 0, 2, 0, 0, skipped="word"),
        ModuleSkill("c", "Unseen", 0.0, 0, 1, 0, 2, 0, 0, skipped=None),
    ),
    skills={},
    areas=tuple(AREAS.values()),
    practice={},
    questions=1200,
    questions_at_once=7,
    reviews=1,
    reviews_known=1,
)
REPORT = Report(
    name="Kim",
    course="The course",
    version="1.0",
    written=date(2026, 3, 20),
    days=1,
    first_day=date(2026, 3, 1),
    last_day=date(2026, 3, 3),
    attempts=6,
    exercises=10,
    capstones=2,
    skills=FOUND,
    work=(ONE, TWO, CAPSTONE),
    concepts=(ConceptLine("a", "weak", 0.25, 1), ConceptLine("a", "strong", 0.75, 3)),
    weeks=((date(2026, 2, 23), 4, 1), (date(2026, 3, 2), 0, 0), (date(2026, 3, 9), 2, 2)),
    notes=(("Lesson *1*", "first\nsecond"),),
)

MARKS = (Mark("It runs", True, "Tried: <X>."), Mark("The note", False, "Nothing was sent."))
SHIFTS = (
    Outcome(ShiftRun("1", "tiny", "A *tiny* day", "2026-03-02", calm=True), MARKS),
    Outcome(ShiftRun("2", "shop", "A day", "2026-03-04"), MARKS[::-1]),
)
MORE = replace(
    REPORT,
    portfolio="https://harbour.example/kim",
    work=(ONE, replace(CAPSTONE, source="\ny = 'why?'\n# what?\n")),
    skills=replace(
        FOUND,
        shifts=SHIFTS,
        exams=(
            ExamResult("r", 11, 15, 15, 2, 3, 45, "2026-03-02T10"),
            ExamResult("s", 1, 2, 3, 0, 0, 1, "2026-03-05T10"),
        ),
        mixed=(
            MixedUp("m", "Printing <and> returning", "w", "a", 3, "2026-03-01T00", "l", 2),
            MixedUp("n", "`=` and `==`", "w", "a", 1, "2026-03-02T00", "l", 2),
        ),
    ),
)
"""With what few have: working days, exams, what was mixed up, a portfolio."""
