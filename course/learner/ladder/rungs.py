"""The rungs of the ladder as data; the app and the command line show what is here.

From below: the place in the learner's own code that a proven explanation names; the author's
hints, each with the step that taught it; then, when the learner agrees, the reference: its lines to
be put in order, its parts one by one, all of it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from course.catalogue.exercises import reference
from course.catalogue.where_taught import Links, Taught
from course.checking.words import code
from course.errors import CourseError
from course.learner.ladder.helped import COST, help_taken
from course.learner.ladder.parts import parts
from course.learner.ladder.puzzle import Puzzle, puzzle
from course.learner.records import Help, Hint
from course.plural import counted

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from course.learner.store import Store
    from course.learner.workspace import Workspace
    from course.model import CheckReport, Diagnosis, Exercise, Lesson

Stage = Literal["", "order", "lines", "whole"]
"""How much of the reference was taken: nothing, its lines in disorder, its first parts, all."""
QUESTION = "Go on to the solution?"
AGREE, NOT_YET = "Go on", "Not yet"
_FENCES = {"review": "diff", "repo": "console"}
_NOUNS = {"review": "remark", "repo": "command"}


class Rung(Struct, frozen=True):
    """One rung: what it is called, its words in Markdown, and where it was taught."""

    kind: Literal["place", "hint", "lines"]
    title: str
    text: str
    see: Taught | None = None


class Ladder:
    """The ladder of one exercise for one learner; what is taken of it is kept at once."""

    def __init__(self, store: Store, catalogue: Catalogue, exercise: Exercise) -> None:
        self._store = store
        self._catalogue = catalogue
        self.exercise = exercise
        self._links = _links(catalogue)

    # ------------------------------------------------------------ up to the hints

    def taken(self) -> tuple[Rung, ...]:
        """What was taken so far and can be read again, in the order of the ladder."""
        places = self._store.rows(Help, exercise=self.exercise.id, rung="place")
        shown = self.shown
        return (
            *(_place(row.text) for row in places[-1:]),
            *(self.hint(number) for number in range(self.hints_taken)),
            *([self._so_far(shown)] if shown else []),
        )

    @property
    def hints_taken(self) -> int:
        """How many of the author's hints were taken."""
        taken = (row.number + 1 for row in self._store.rows(Hint, exercise=self.exercise.id))
        return min(max(taken, default=0), len(self.exercise.source.hints))

    def take_place(self, source: str, report: CheckReport) -> Rung | None:
        """The place in `source` that the report's explanation names; once, and only if proven.

        The starter as it is given is nobody's own code.
        """
        if self.exercise.source.kind == "test":
            return None  # what is explained there is the code under test
        leading = next((it for it in report.diagnosis if _is_proven(it)), None)
        if report.passed or leading is None or source == self.exercise.starter:
            return None
        text = _words_of_place(leading, source)
        newest = self._store.rows(Help, exercise=self.exercise.id, rung="place")
        if newest and newest[-1].text == text:
            return None
        self._keep("place", text=text)
        return _place(text)

    def take_hint(self) -> Rung | None:
        """The next of the author's hints; None after the last one."""
        number = self.hints_taken
        if number >= len(self.exercise.source.hints):
            return None
        row = Hint(**self._store.new_row(), exercise=self.exercise.id, number=number)
        self._store.append(row)
        return self.hint(number)

    def hint(self, number: int) -> Rung:
        """One of the author's hints, from 0."""
        source = self.exercise.source
        return Rung(
            "hint",
            f"Hint {number + 1} of {len(source.hints)}",
            source.hint_texts[number],
            self._links.of_hint(source.hints[number], source.practises),
        )

    # ------------------------------------------------------------ the reference

    @property
    def stage(self) -> Stage:
        """How much of the reference was taken since the learner last began afresh."""
        rungs = {row.rung for row in help_taken(self._store, self.exercise.id)}
        stage: Stage = ""
        if "whole" in rungs:
            stage = "whole"
        elif "lines" in rungs:
            stage = "lines"
        elif rungs:
            stage = "order"
        return stage

    @property
    def puzzle(self) -> Puzzle | None:
        """The reference as lines to be put in order; None where it is no one file of Python."""
        return puzzle(self.exercise)

    @property
    def parts(self) -> tuple[str, ...]:
        """The reference part by part."""
        return parts(self.exercise, self.whole)

    @property
    def whole(self) -> str:
        """The reference."""
        return reference(self.exercise)

    @property
    def shown(self) -> int:
        """How many parts of the reference were shown."""
        taken = help_taken(self._store, self.exercise.id)
        if any(row.rung == "whole" for row in taken):
            return len(self.parts)
        return max((row.number for row in taken if row.rung == "lines"), default=0)

    def question(self) -> str:
        """What is asked before the reference is shown: what comes, and what it costs."""
        hints = len(self.exercise.source.hints)
        had = "You have had every hint." if hints else "This exercise has no hints."
        if self.exercise.package:
            comes = "Next comes the solution, file by file."
        elif self.exercise.start is not None:
            comes = "Next come the commands of the solution, one by one."
        elif self.exercise.source.kind == "review":
            comes = "Next comes a reviewer's answer, remark by remark."
        else:
            comes = "Next come the solution's lines, mixed up, for you to put in order."
        return f"{had} {comes}\n\n{COST}"

    def take_order(self) -> Puzzle | None:
        """The lines to be put in order; None where they are no puzzle: `take_part` is next."""
        made = self.puzzle
        if made is not None and not self.stage:
            self._keep("order")
        return made

    def take_part(self) -> int:
        """One more part of the reference; how many are shown then."""
        number = min(self.shown + 1, len(self.parts))
        self._keep("lines", number)
        return number

    def take_whole(self) -> str:
        """All of the reference."""
        if self.stage != "whole":
            self._keep("whole", len(self.parts))
        return self.whole

    def keep_own(self, workspace: Workspace, mine: str, theirs: str) -> Path | None:
        """Keep the learner's code beside their file, for `theirs` to take its place.

        Where it is kept; None where there is nothing of theirs in it.
        """
        if mine in (self.exercise.starter, theirs):
            return None
        return workspace.keep(self.exercise, mine, "help")

    def carry_out(self, workspace: Workspace) -> Path | None:
        """Have the solution carried out in the learner's repository, begun anew.

        Theirs is kept beside it, at the path returned; None where there was none.
        """
        from course.catalogue.kinds import read_script
        from course.checking.repository.build import perform

        start = self.exercise.start
        if start is None:
            raise ValueError(f"{self.exercise.id} has no repository")
        kept = workspace.reset(self.exercise)
        script = read_script(self.exercise.solution_path)
        perform(script, workspace.file(self.exercise), after=len(start.steps))
        return kept

    def part_name(self, number: int) -> str:
        """What that many parts are called: `3 of 9 lines`."""
        noun = _NOUNS.get(self.exercise.source.kind, "line")
        noun = "file" if self.exercise.package else noun
        last = len(self.parts)
        return f"{number} of {counted(last, noun)}"

    def _so_far(self, number: int) -> Rung:
        language = _FENCES.get(self.exercise.source.kind, "python")
        shown = "".join(self.parts[:number]).rstrip()
        fence = "~~~~~~"
        text = f"{fence}{language}\n{shown}\n{fence}"
        return Rung("lines", f"The solution, {self.part_name(number)}", text)

    def _keep(self, rung: str, number: int = 0, text: str = "") -> None:
        row = self._store.new_row()
        self._store.append(
            Help(**row, exercise=self.exercise.id, rung=rung, number=number, text=text)
        )


def _links(catalogue: Catalogue) -> Links:
    def opened(ident: str) -> Lesson | None:
        try:
            return catalogue.lesson(ident)
        except CourseError:
            return None

    titles = {ident: it.title for ident, it in catalogue.lessons.items()}
    teachers: dict[str, str] = {}
    for lesson in catalogue.lessons.values():
        for concept in lesson.teaches:
            teachers.setdefault(concept, lesson.id)
    return Links(catalogue.concepts, teachers, titles, opened)


# ---------------------------------------------------------------- the place


def _is_proven(diagnosis: Diagnosis) -> bool:
    """Whether an explanation names a line, and was seen to hold."""
    return diagnosis.proof != "none" and diagnosis.kind != "facts" and diagnosis.line is not None


def _words_of_place(diagnosis: Diagnosis, source: str) -> str:
    lines = source.splitlines()
    line = diagnosis.line or 0
    it = lines[line - 1].strip() if 0 < line <= len(lines) and not diagnosis.file else ""
    where = f"{diagnosis.file}, line {line}" if diagnosis.file else f"Line {line}"
    return f"{where}{f': {code(it, 70)}' if it else ''}\n\n{diagnosis.text}"


def _place(text: str) -> Rung:
    return Rung("place", "In your code", text)
