"""The report a learner can show: what was built and what shows which skill, all of it counted.

This module gathers; `report_files` writes it as HTML and as Markdown. Every figure comes from rows
of the store, and a learner who did nothing gets a report that says so.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from course import __version__
from course.catalogue.concepts import concept_name
from course.errors import UnknownId
from course.learner.progress import local_date
from course.learner.readiness import Area, Overview, Practice, overview
from course.learner.records import Attempt, Note, Try

if TYPE_CHECKING:
    from course.learner.session import Session
    from course.model import ExerciseEntry

Code = Literal["projects", "all", "none"]
CAPSTONES = "capstones"


class Work(Struct, frozen=True):
    """An exercise that was passed: when first, after how many checks and hints; its tests.

    `source` is the learner's own code of the newest pass; empty where it is not to be shown.
    `helped`: the first pass came with the reference's help; `alone_on` is when one came without.
    """

    id: str
    title: str
    kind: str
    module: str
    module_title: str
    passed_on: date
    attempts: int
    hints: int
    tests: int
    milestones: int = 0
    source: str = ""
    helped: bool = False
    alone_on: date | None = None

    @property
    def first_try(self) -> bool:
        """Passed at the first check and without a hint."""
        return self.attempts == 1 and not self.hints and not self.helped

    @property
    def leant(self) -> bool:
        """Passed with the reference's help and never without."""
        return self.helped and self.alone_on is None


class ConceptLine(Struct, frozen=True):
    """A concept that was seen used: its name, mastery 0 to 1, from how many pieces of evidence."""

    module: str
    name: str
    mastery: float
    evidence: int


class Report(Struct, frozen=True):
    """Everything that is written. `weeks` are checks and passes by the Monday of each week."""

    name: str
    course: str
    version: str
    written: date
    days: int
    first_day: date | None
    last_day: date | None
    attempts: int
    exercises: int
    capstones: int
    skills: Overview
    work: tuple[Work, ...]
    concepts: tuple[ConceptLine, ...]
    weeks: tuple[tuple[date, int, int], ...]
    notes: tuple[tuple[str, str], ...] = ()
    portfolio: str = ""
    """Where the projects can be seen with their history: an address, or the name of a folder."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was done that could be shown."""
        skills = self.skills
        return not (self.attempts or skills.questions or skills.reviews or skills.shifts)

    @property
    def first_tries(self) -> int:
        """How many exercises were passed at the first check, without a hint."""
        return sum(work.first_try for work in self.work)

    @property
    def leant(self) -> int:
        """How many exercises were only passed with the reference's help."""
        return sum(work.leant for work in self.work)

    @property
    def areas(self) -> tuple[Area, ...]:
        """What a job asks for: shown, begun and open, in the course's order within each."""
        order = ("shown", "begun", "placed", "open")
        return tuple(sorted(self.skills.areas, key=lambda area: order.index(area.state)))

    @property
    def projects(self) -> tuple[Work, ...]:
        """The projects that were passed, capstones first."""
        projects = [work for work in self.work if work.kind == "project"]
        return tuple(sorted(projects, key=lambda work: work.module != CAPSTONES))

    @property
    def capstones_passed(self) -> int:
        """How many capstones were passed without the reference's help."""
        return sum(work.module == CAPSTONES and not work.leant for work in self.work)


def gather(
    session: Session, name: str = "", code: Code = "projects", notes: bool = False
) -> Report:
    """Count everything. `code` says whose source is shown, `notes` whether notes are."""
    catalogue, store = session.catalogue, session.store
    skills, progress = overview(session), session.progress()
    newest = {row.exercise: row for row in store.rows(Attempt, verdict="passed")}
    work = [
        _work(session, catalogue.exercises[ident], practice, newest[ident], code)
        for ident, practice in skills.practice.items()
        if practice.passed_at and ident in newest and ident in catalogue.exercises
    ]
    order = {ident: place for place, ident in enumerate(catalogue.exercise_ids)}
    capstones = [it for it in catalogue.exercise_ids if it.startswith(f"{CAPSTONES}/")]
    tries = store.rows(Try)
    return Report(
        name=" ".join(name.split()),
        course=catalogue.title,
        version=__version__,
        written=session.today(),
        days=len(progress.days),
        first_day=progress.days[0].date if progress.days else None,
        last_day=progress.days[-1].date if progress.days else None,
        attempts=len(tries),
        exercises=len(catalogue.exercise_ids),
        capstones=len(capstones),
        skills=skills,
        work=tuple(sorted(work, key=lambda one: order[one.id])),
        concepts=tuple(_concepts(session, skills)),
        weeks=_weeks(tries),
        notes=tuple(_notes(session)) if notes else (),
        portfolio=_portfolio(session),
    )


def _work(
    session: Session, entry: ExerciseEntry, practice: Practice, newest: Attempt, code: Code
) -> Work:
    module = entry.id.partition("/")[0]
    is_project = entry.kind == "project"
    is_shown = code == "all" or (code == "projects" and is_project)
    try:
        title = session.catalogue.module_entry(module).title
    except UnknownId:
        title = module
    return Work(
        id=entry.id,
        title=entry.title,
        kind=entry.kind,
        module=module,
        module_title=title,
        passed_on=local_date(practice.passed_at or newest.at, None),
        attempts=practice.attempts,
        hints=practice.hints,
        tests=sum(outcome == "passed" for outcome in newest.tests.values()),
        milestones=len(session.catalogue.exercise(entry.id).milestones) if is_project else 0,
        source=newest.source if is_shown and not practice.leant else "",
        helped=practice.helped,
        alone_on=local_date(practice.alone_at, None) if practice.alone_at else None,
    )


def _concepts(session: Session, skills: Overview) -> list[ConceptLine]:
    lines: dict[str, ConceptLine] = {}
    for module in session.catalogue.modules:
        for lesson in module.lessons:
            for ident in lesson.teaches:
                if ident in skills.skills and ident not in lines:
                    name = concept_name(ident, session.catalogue.concepts)
                    skill = skills.skills[ident]
                    lines[ident] = ConceptLine(module.id, name, skill.mastery, skill.evidence)
    return list(lines.values())


def _weeks(tries: list[Try]) -> tuple[tuple[date, int, int], ...]:
    """Checks and passes by week, from the first week with one to the last, none left out."""
    checks: Counter[date] = Counter()
    passes: Counter[date] = Counter()
    for one in tries:
        day = local_date(one.at, None)
        monday = day - timedelta(days=day.weekday())
        checks[monday] += 1
        passes[monday] += one.passed
    if not checks:
        return ()
    first, last = min(checks), max(checks)
    mondays = [first + timedelta(weeks=it) for it in range((last - first).days // 7 + 1)]
    return tuple((monday, checks[monday], passes[monday]) for monday in mondays)


def _portfolio(session: Session) -> str:
    """Where a portfolio is that is still there."""
    kept = session.decision("portfolio")
    if not isinstance(kept, dict):
        return ""
    if re.fullmatch(r"https?://[^\s<>\"]+", url := str(kept.get("url", ""))):
        return url
    folder = Path(str(kept.get("folder", "")))
    return folder.name if (folder / ".git").exists() else ""


def _notes(session: Session) -> list[tuple[str, str]]:
    notes: tuple[Note, ...] = session.notes()
    lessons = session.catalogue.lessons
    return [(lessons[it.lesson].title, it.text) for it in notes if it.lesson in lessons]
