"""The words of the course as frozen structs: content, reports, diagnoses. No I/O.

Content structs mirror the YAML files key for key (`msgspec` decodes and validates them);
report structs are what a check found and what the learner is told about it. They are longer than
a file may be, and stay together: every room looks its words up here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, Struct, UnsetType, field

from course.plural import counted
from course.worker.limits import DEFAULT_TIMEOUT, LONGEST_TIMEOUT

# ---------------------------------------------------------------- content: lessons

Identifier = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9_-]*$")]
NonEmpty = Annotated[str, Meta(min_length=1)]
FileName = Annotated[str, Meta(pattern=r"^[a-z_][a-z0-9_]*\.[a-z]+$")]


class Concept(Struct, frozen=True, forbid_unknown_fields=True):
    """A small thing that is taught once and used later.

    `constructs` are the pieces of syntax or names that mean a program uses the concept, in the
    language of `course.catalogue.constructs` (`for_loop`, `call:sorted`, `import:re`). `signs` are
    words of a question, or of its code, that show it where no construct does.
    """

    name: NonEmpty
    means: NonEmpty
    constructs: tuple[str, ...] = ()
    signs: tuple[NonEmpty, ...] = ()


class Example(Struct, frozen=True, forbid_unknown_fields=True):
    """Code that is shown, run and edited; `output` is exactly what Python prints."""

    code: NonEmpty
    output: str | None = None
    note: str | None = None
    needs: tuple[str, ...] = ()
    stdin: str = ""

    @property
    def program(self) -> str:
        """The code."""
        return self.code


Told = tuple[tuple[str | int, ...], str]
"""Words, and the part of a file's data that they are in or about."""


class Question(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every kind of question can say of itself; `learner/questions/` asks and marks it.

    `shows` names concepts of its own module that one has to hold to answer it: a placement asks
    such questions and no others. It is not part of what identifies a question.
    """

    shows: tuple[Identifier, ...] | UnsetType = UNSET

    def problems(self) -> Iterator[Told]:
        """What the file's shape cannot say is wrong with it, and where; nothing is run."""
        yield from ()

    def texts(self) -> Iterator[Told]:
        """What a learner reads in it, each with its place in the question."""
        for key in ("question", "goal", "because"):
            if text := getattr(self, key, None):
                yield (key,), text

    @property
    def program(self) -> str:
        """Its code as it is written, gaps and all; "" where it has none."""
        return str(getattr(self, "code", None) or getattr(self, "lines", ""))


Scalar = str | int | float | bool | None
Values = tuple[Scalar, ...] | str
"""What may stand for a value in the variants of a question: a list, or a range in words."""
_RANGE = re.compile(r"(-?\d+) to (-?\d+)(?: by ([1-9]\d*))?")
_MOST_VALUES = 10_000


def range_of(words: str) -> range | None:
    """The numbers of `3 to 40` or `100 to 900 by 50`, both ends included; None where it is none."""
    if (match := _RANGE.fullmatch(words.strip())) is None:
        return None
    first, last, step = int(match[1]), int(match[2]), int(match[3] or 1)
    numbers = range(first, last + 1, step)
    return numbers if 0 < len(numbers) <= _MOST_VALUES else None


def _variant_problems(variants: dict[str, Values] | UnsetType) -> Iterator[Told]:
    """Each range can be read, and what changes together has as many values as names."""
    for name, values in {} if variants is UNSET else variants.items():
        several = () if isinstance(values, str) else values
        if any(str(one).count(", ") != name.count(", ") for one in several):
            words = f"each value for `{name}` needs as many parts as that name, with `, ` between"
            yield ("variants", name), words
        if isinstance(values, str) and range_of(values) is None:
            words = f"`{values[:80]}` for `{name}` is no range; write a list, or `3 to 40`, or "
            yield ("variants", name), f"{words}`100 to 900 by 50`"


class Predict(Question, frozen=True, forbid_unknown_fields=True):
    """What does this code print? The answer comes from running it.

    Where the code raises, the answer is `an error`, or the exception's name.
    """

    code: NonEmpty
    because: NonEmpty
    choices: tuple[str | int | float | bool | None, ...] = ()
    question: str | None = None
    needs: tuple[str, ...] = ()
    stdin: str = ""
    variants: dict[str, Values] | UnsetType = UNSET

    def problems(self) -> Iterator[Told]:
        """Its variants can be read."""
        yield from _variant_problems(self.variants)


class Choice(Struct, frozen=True, forbid_unknown_fields=True):
    """One answer of a `choose` step; a wrong one says why in `because`."""

    text: NonEmpty
    correct: bool = False
    because: str | None = None


class Choose(Question, frozen=True, forbid_unknown_fields=True):
    """A question with choices, one or more of them correct.

    `advise: true` makes every choice acceptable: it only advises.
    """

    question: NonEmpty
    choices: Annotated[tuple[Choice, ...], Meta(min_length=2)]
    because: str | None = None
    code: str | None = None
    advise: bool = False

    def problems(self) -> Iterator[Told]:
        """One choice at least is right."""
        if not self.advise and not any(choice.correct for choice in self.choices):
            yield ("choices",), "no choice is `correct: true`; mark the right one"

    def texts(self) -> Iterator[Told]:
        """The choices too."""
        yield from Question.texts(self)
        for index, choice in enumerate(self.choices):
            yield ("choices", index), f"{choice.text}. {choice.because or ''}"


_NO_CHECK = "a `check` (or an `output`) says when it is right; add one"


class Order(Question, frozen=True, forbid_unknown_fields=True):
    """A Parsons problem: put the lines in order; right when the program satisfies `check`.

    `output` may stand in for `check` where the program prints instead of defining something.
    """

    goal: NonEmpty
    lines: NonEmpty
    distractors: tuple[str, ...] = ()
    check: str | None = None
    output: str | None = None
    because: str | None = None
    needs: tuple[str, ...] = ()
    variants: dict[str, Values] | UnsetType = UNSET

    def problems(self) -> Iterator[Told]:
        """Something says when it is right."""
        yield from _variant_problems(self.variants)
        if self.check is None and self.output is None:
            yield (), _NO_CHECK


class Blank(Question, frozen=True, forbid_unknown_fields=True):
    """Fill each `___`; right when the program satisfies `check` (or prints `output`).

    `must_use` names constructs that the program has to use as well (`op:+`), as in an exercise's
    rules. Unset, it is not part of what identifies the question.
    """

    code: NonEmpty
    answers: Annotated[tuple[str | int | float | bool | None, ...], Meta(min_length=1)]
    check: str | None = None
    output: str | None = None
    question: str | None = None
    because: str | None = None
    needs: tuple[str, ...] = ()
    must_use: tuple[str, ...] | UnsetType = UNSET
    variants: dict[str, Values] | UnsetType = UNSET

    def problems(self) -> Iterator[Told]:
        """There are as many answers as gaps, and something says when they are right."""
        yield from _variant_problems(self.variants)
        blanks = self.code.count("___")
        if blanks != len(self.answers):
            words = counted(len(self.answers), "word")
            words = f"the code has {blanks} `___` and `answers` has {words}; write one for each"
            yield ("answers",), words
        if self.check is None and self.output is None:
            yield (), _NO_CHECK


class Spot(Question, frozen=True, forbid_unknown_fields=True):
    """Which line is wrong? `line` counts from 1. `fix` is the line as it should be.

    `check` (or `output`) holds for the program with `fix` in place and not without it.
    """

    code: NonEmpty
    line: Annotated[int, Meta(ge=1)]
    because: NonEmpty
    question: str | None = None
    fix: str | None = None
    check: str | None = None
    output: str | None = None
    needs: tuple[str, ...] = ()
    variants: dict[str, Values] | UnsetType = UNSET

    def problems(self) -> Iterator[Told]:
        """The line is one of the code's."""
        yield from _variant_problems(self.variants)
        count = len(self.code.splitlines())
        if self.line > count:
            lines = counted(count, "line")
            words = f"line {self.line} is past the end of the code, which has {lines}; correct it"
            yield ("line",), words


class Match(Question, frozen=True, forbid_unknown_fields=True):
    """Which belongs to which? Each key of `pairs` is joined with its value, shown in disorder."""

    question: NonEmpty
    pairs: Annotated[
        dict[NonEmpty, str | int | float | bool | None], Meta(min_length=3, max_length=6)
    ]
    because: NonEmpty

    @property
    def lefts(self) -> tuple[str, ...]:
        """What stands on the left, in the author's order."""
        return tuple(self.pairs)

    @property
    def rights(self) -> tuple[str, ...]:
        """What belongs to each of them, in the same order."""
        return tuple(map(str, self.pairs.values()))

    def texts(self) -> Iterator[Told]:
        """The pairs too, each as one text."""
        yield from Question.texts(self)
        for left, right in zip(self.lefts, self.rights, strict=True):
            yield ("pairs", left), f"{left}. {right}"


class Step(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One step of a lesson: exactly one of these keys is set.

    `plain` is what a text or the note of an example says where there are only plain lines: no keys
    of a screen, no panes.
    """

    text: NonEmpty | UnsetType = UNSET
    example: Example | UnsetType = UNSET
    predict: Predict | UnsetType = UNSET
    choose: Choose | UnsetType = UNSET
    order: Order | UnsetType = UNSET
    blank: Blank | UnsetType = UNSET
    spot: Spot | UnsetType = UNSET
    match: Match | UnsetType = UNSET
    exercise: NonEmpty | UnsetType = UNSET
    plain: NonEmpty | UnsetType = UNSET

    def __post_init__(self) -> None:
        if len(self._set_keys()) != 1:
            named = ", ".join(self._set_keys()) or "none"
            kinds = ", ".join(self.__struct_fields__[:-1])
            raise ValueError(f"a step has exactly one of {kinds} (this one has {named})")
        if self.plain is not UNSET and self.kind not in ("text", "example"):
            raise ValueError("`plain` goes with a text or an example")

    def _set_keys(self) -> list[str]:
        return [name for name in self.__struct_fields__[:-1] if getattr(self, name) is not UNSET]

    @property
    def kind(self) -> str:
        """The key that is set."""
        return self._set_keys()[0]

    @property
    def content(self) -> Any:
        """The value under that key: a `str` for text and exercise, else the struct."""
        return getattr(self, self.kind)


QUESTION_KINDS = tuple(
    kind for kind in Step.__struct_fields__[:-1] if kind not in ("text", "example", "exercise")
)
"""The kinds of steps that ask something, as they are named in a lesson."""


Status = Literal["wip"]


class LessonSource(Struct, frozen=True, forbid_unknown_fields=True):
    """A lesson file as it is written. `files` lie beside every program of the lesson.

    One with `status: wip` is a draft: work in progress that no learner sees. `ahead` names concepts
    that its code shows on purpose before a later lesson teaches them.
    """

    title: NonEmpty
    minutes: Annotated[int, Meta(ge=1, le=60)]
    summary: NonEmpty
    steps: Annotated[tuple[Step, ...], Meta(min_length=1)]
    teaches: tuple[Identifier, ...] = ()
    mentor: str | None = None
    files: dict[FileName, NonEmpty] = {}
    ahead: tuple[Identifier, ...] = ()
    status: Status | None = None


class Lesson(Struct, frozen=True):
    """A lesson as the app uses it: its file plus its place. `id` is `module/lesson`."""

    id: str
    module: str
    path: Path
    source: LessonSource

    @property
    def title(self) -> str:
        """What the lesson is called."""
        return self.source.title

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps in order."""
        return self.source.steps

    @property
    def files(self) -> dict[str, str]:
        """The files beside every program of the lesson, text by name."""
        return self.source.files


class ModuleSource(Struct, frozen=True, forbid_unknown_fields=True):
    """A `module.yaml`: what the module is called, what you can do after it, what it teaches."""

    title: NonEmpty
    can_do: NonEmpty = "…"
    concepts: dict[str, Concept] = {}


class PathSource(Struct, frozen=True, forbid_unknown_fields=True):
    """A learning path: module ids in order, for one kind of learner.

    `keep` names the modules that a placement neither asks about nor leaves out. Of the
    modules in `one_of` the learner takes one, or all of them. `only` names lessons: of a module
    that has one there, no other lesson is on the path.
    """

    id: Identifier
    title: NonEmpty
    audience: NonEmpty
    modules: tuple[str, ...]
    starts_with: Literal["lesson", "placement"] = "lesson"
    keep: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    only: tuple[str, ...] = ()


BESIDE = "beside"
"""The folder of an exercise whose files lie right beside the learner's own."""
ExerciseKind = Literal["write", "fix", "test", "review", "refactor", "project", "repo"]


class JobArea(Struct, frozen=True, forbid_unknown_fields=True):
    """Something a junior job asks for, and what shows it: so many `passes` of exercises.

    Those of the named `modules`, of the named `kinds`, or of the kinds within the modules.
    """

    title: NonEmpty
    asks: NonEmpty
    passes: Annotated[int, Meta(ge=1)]
    modules: tuple[str, ...] = ()
    kinds: tuple[ExerciseKind, ...] = ()


class CourseSource(Struct, frozen=True, forbid_unknown_fields=True):
    """`lessons/course.yaml`: the course's name, modules in order, paths, what a job asks for.

    `moved` has the ids that lessons and exercises have now by those they had before.
    """

    title: NonEmpty
    modules: Annotated[tuple[Identifier, ...], Meta(min_length=1)]
    paths: tuple[PathSource, ...] = ()
    job: tuple[JobArea, ...] = ()
    moved: dict[str, str] = {}


# ---------------------------------------------------------------- content: exercises


class RefactorLimits(Struct, frozen=True, forbid_unknown_fields=True):
    """What a refactored solution must stay under.

    `complexity` is McCabe's number of the worst function, `function_lines` the longest
    function, `duplicate_blocks` groups of repeated statements, `flag_arguments` parameters by
    which a caller chooses what a function does, `time_ratio` the run time of `workload` against
    the starter in the same run, `allocations` the peak of traced bytes while it runs.
    `workload` is Python that uses the names that the starter has; those that are `locked` are the
    starter's, and it may `assert` what must hold afterwards. What its expressions give is
    compared with what the starter gives.
    """

    complexity: int | None = None
    function_lines: int | None = None
    duplicate_blocks: int | None = None
    flag_arguments: int | None = None
    allocations: int | None = None
    time_ratio: float | None = None
    workload: str | None = None


class Rules(Struct, frozen=True, forbid_unknown_fields=True):
    """What a submission must and must not use, in the language of `catalogue.constructs`.

    `locked` are names of the starter, functions, classes or constants, that stay as they are.
    """

    must_use: tuple[str, ...] = ()
    must_avoid: tuple[str, ...] = ()
    locked: tuple[str, ...] = ()
    limits: RefactorLimits | None = None


StepName = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9_/-]*#[1-9][0-9]*$")]
"""A step of a lesson, from 1: `functions/return-values#3`."""


class LinkedHint(Struct, frozen=True, forbid_unknown_fields=True):
    """A hint whose author says which step to `see` again; else the course finds one."""

    text: NonEmpty
    see: StepName


HintSource = NonEmpty | LinkedHint


def _hint_texts(hints: tuple[HintSource, ...]) -> tuple[str, ...]:
    return tuple(it.text if isinstance(it, LinkedHint) else it for it in hints)


class ExerciseSource(Struct, frozen=True, forbid_unknown_fields=True):
    """An `exercise.yaml` as it is written. `timeout` is in seconds; `status` as in a lesson."""

    title: NonEmpty
    kind: ExerciseKind
    brief: NonEmpty
    minutes: Annotated[int, Meta(ge=1)] = 10
    difficulty: Annotated[int, Meta(ge=1, le=5)] = 1
    practises: tuple[str, ...] = ()
    hints: tuple[HintSource, ...] = ()
    probes: tuple[NonEmpty, ...] = ()
    rules: Rules = field(default_factory=Rules)
    needs: tuple[str, ...] = ()
    timeout: Annotated[float, Meta(ge=0.5, le=LONGEST_TIMEOUT)] = DEFAULT_TIMEOUT
    after: str | None = None
    module: Annotated[str, Meta(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$")] | None = None
    under_test: Annotated[str, Meta(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$")] | None = None
    status: Status | None = None

    @property
    def hint_texts(self) -> tuple[str, ...]:
        """What the hints say."""
        return _hint_texts(self.hints)


class Misconception(Struct, frozen=True, forbid_unknown_fields=True):
    """Two things that are often mixed up: an entry of `lessons/misconceptions.yaml`.

    `words` say what a learner does, `apart` what tells the two apart; `question` asks just that,
    and its lesson teaches it. What shows it: `causes` that explanations name in any exercise,
    `mistakes` (`module/exercise/name`), and wrong `choices` by the step that offers them.
    """

    name: NonEmpty
    words: NonEmpty
    apart: NonEmpty
    question: StepName
    causes: tuple[str, ...] = ()
    mistakes: tuple[str, ...] = ()
    choices: dict[StepName, tuple[str | int | float | bool | None, ...]] = {}


class Defect(Struct, frozen=True, forbid_unknown_fields=True):
    """A defect of a diff under review: lines of `change.diff` (from 1), its category and why.

    A review passes only when every `serious` one was found.
    """

    lines: Annotated[tuple[Annotated[int, Meta(ge=1)], ...], Meta(min_length=1)]
    category: Identifier
    why: NonEmpty
    serious: bool = True


class MilestoneSource(Struct, frozen=True, forbid_unknown_fields=True):
    """A `milestone.yaml`: one stage of a project."""

    title: NonEmpty
    brief: NonEmpty
    hints: tuple[HintSource, ...] = ()

    @property
    def hint_texts(self) -> tuple[str, ...]:
        """What the hints say."""
        return _hint_texts(self.hints)


class Milestone(Struct, frozen=True):
    """A stage of a project: the tests that join in, and a reference where there is one."""

    name: str
    folder: Path
    source: MilestoneSource
    test_files: tuple[Path, ...]


class RepoStep(Struct, frozen=True, forbid_unknown_fields=True):
    """One step in a repository: files to `write` and `remove`, then a `git` command.

    It happens in the folder of the script, or in the folder `into` beside it; `by` is the author
    of what it commits. One that `may_fail` ends with an error on purpose: a merge with a conflict.
    """

    write: dict[str, str] = {}
    remove: tuple[str, ...] = ()
    git: str = ""
    into: str = ""
    by: str = ""
    may_fail: bool = False


class RepoScript(Struct, frozen=True, forbid_unknown_fields=True):
    """A `start.yaml`, a solution or an answer of a *repo* exercise: steps, one after another.

    `folder` is where the learner works, in the exercise's folder; `about` says what is done.
    """

    steps: Annotated[tuple[RepoStep, ...], Meta(min_length=1)]
    folder: str = "."
    about: str = ""


class Mistake(Struct, frozen=True):
    """A known wrong solution: `message` is its docstring, what the learner is told."""

    name: str
    path: Path
    message: str


class Approach(Struct, frozen=True):
    """Another good solution; `trade_off` is its docstring."""

    name: str
    path: Path
    trade_off: str


class Exercise(Struct, frozen=True):
    """An exercise folder, read. `id` is `module/exercise`; `module_name` is what tests import.

    `bugs` belong to the kind test, `defects` to review, `milestones` to project, `start` to repo,
    whose learner has a folder with a repository in the place of a file. A project may be
    a `package`: several files, joined into one text as `catalogue.package` does. Where
    `by_learner`, the tests are what is judged, so the code they run on is out of their reach.
    """

    id: str
    folder: Path
    source: ExerciseSource
    module_name: str
    starter: str
    test_files: tuple[Path, ...]
    mistakes: tuple[Mistake, ...] = ()
    approaches: tuple[Approach, ...] = ()
    data_files: tuple[Path, ...] = ()
    bugs: tuple[Mistake, ...] = ()
    defects: tuple[Defect, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    package: bool = False
    by_learner: bool = False
    start: RepoScript | None = None

    @property
    def title(self) -> str:
        """What the exercise is called."""
        return self.source.title

    @property
    def is_folder(self) -> bool:
        """Whether the learner has a folder: a package's files, or a repository."""
        return self.package or self.start is not None

    def place_of(self, path: Path) -> str:
        """Where a data file lies beside the learner's: as in the exercise's folder.

        Those of `beside/` lie right beside the learner's file.
        """
        if self.folder not in path.parents:
            return path.name
        place = path.relative_to(self.folder)
        return (place.relative_to(BESIDE) if place.parts[0] == BESIDE else place).as_posix()

    @property
    def file_name(self) -> str:
        """The learner's file: a Python module, a folder, or a review's diff."""
        if self.is_folder:
            return self.module_name
        return self.module_name + (".diff" if self.source.kind == "review" else ".py")

    @property
    def solution_path(self) -> Path:
        """Where the reference is, a file or a package's folder; read only when it may be shown."""
        name = "solution.yaml" if self.start is not None else "solution.py"
        return self.folder / ("solution" if self.package else name)


# ---------------------------------------------------------------- the catalogue's index


class ExerciseEntry(Struct, frozen=True, array_like=True):
    """What the index knows of an exercise without its file being parsed."""

    id: str
    title: str
    kind: str
    minutes: int
    difficulty: int
    practises: tuple[str, ...]
    folder: str


class LessonEntry(Struct, frozen=True, array_like=True):
    """What the index knows of a lesson: `steps` holds the kind of each step."""

    id: str
    title: str
    summary: str
    minutes: int
    teaches: tuple[str, ...]
    exercises: tuple[str, ...]
    steps: tuple[str, ...]
    file: str


class ModuleEntry(Struct, frozen=True, array_like=True):
    """A module and its lessons in order."""

    id: str
    title: str
    can_do: str
    lessons: tuple[LessonEntry, ...]
    concepts: dict[str, Concept]

    @property
    def teaches(self) -> tuple[str, ...]:
        """The concepts its lessons teach, in order, each once."""
        return tuple(dict.fromkeys(it for lesson in self.lessons for it in lesson.teaches))

    @property
    def exercises(self) -> tuple[str, ...]:
        """The exercises of its lessons, in order, each once."""
        return tuple(dict.fromkeys(it for lesson in self.lessons for it in lesson.exercises))


# ---------------------------------------------------------------- reports


class Verdict(StrEnum):
    """What a check concluded."""

    PASSED = "passed"
    FAILED = "failed"
    ERROR = "error"
    TIMEOUT = "timeout"
    OUT_OF_MEMORY = "out_of_memory"
    TOO_MUCH_OUTPUT = "too_much_output"
    TOO_MANY_FILES = "too_many_files"
    TOO_MANY_PROCESSES = "too_many_processes"
    CRASHED = "crashed"
    BROKE_RULES = "broke_rules"


ENDED_BY_A_LIMIT = frozenset(
    (
        Verdict.TIMEOUT,
        Verdict.OUT_OF_MEMORY,
        Verdict.TOO_MUCH_OUTPUT,
        Verdict.TOO_MANY_FILES,
        Verdict.TOO_MANY_PROCESSES,
    )
)
"""The verdicts on code that was stopped because it needed more than it may have."""


class Frame(Struct, frozen=True, omit_defaults=True):
    """One frame of the learner's own code when an exception passed through it."""

    file: str
    line: int
    function: str
    code: str = ""
    variables: dict[str, str] = {}


class ExceptionInfo(Struct, frozen=True, omit_defaults=True):
    """An exception out of the learner's code: its type's name, its words, its frames."""

    type: str
    message: str
    frames: tuple[Frame, ...] = ()


TestOutcome = Literal["passed", "failed", "error", "skipped", "not_run"]


class TestResult(Struct, frozen=True, omit_defaults=True):
    """What one test found. `name` is in plain words, `id` is pytest's, without the file.

    `call`, `got` and `expected` are Python source or `repr` texts, bounded in length. `compared`
    is what the test looks at, where that is not what the call gave back: `order.total`.
    `got_type` and `expected_type` name the types. `line` is the line in the test file,
    `typed` what the test typed wherever the code asked.
    """

    __test__ = False

    name: str
    id: str
    outcome: TestOutcome
    call: str | None = None
    compared: str | None = None
    got: str | None = None
    expected: str | None = None
    got_type: str | None = None
    expected_type: str | None = None
    message: str | None = None
    exception: ExceptionInfo | None = None
    printed: str = ""
    line: int | None = None
    seconds: float = 0.0
    typed: tuple[str, ...] = ()


class ProbeResult(Struct, frozen=True, omit_defaults=True):
    """What one probe call did: returned `value` (a bounded `repr`) of `type`, or raised."""

    call: str
    outcome: Literal["returned", "raised", "unfinished"]
    value: str = ""
    type: str = ""
    printed: str = ""
    changed_arguments: bool = False


class StuckVariable(Struct, frozen=True, omit_defaults=True):
    """A variable where the code was stuck; `changed` tells whether it changed while watched."""

    name: str
    value: str
    changed: bool


class WaitingTask(Struct, frozen=True, omit_defaults=True):
    """An asyncio task that had not finished, and the learner's line it waits at."""

    name: str
    line: int | None
    function: str = ""


class Stuck(Struct, frozen=True, omit_defaults=True):
    """Where code was when its time ran out. `line` is in the learner's file."""

    line: int | None
    function: str = ""
    code: str = ""
    test: str | None = None
    call: str | None = None
    variables: tuple[StuckVariable, ...] = ()
    tasks: tuple[WaitingTask, ...] = ()
    seconds: float = 0.0


DiagnosisKind = Literal["cannot_start", "rule", "mistake", "symptom", "facts"]
Proof = Literal["observed", "mended", "none"]


class Diagnosis(Struct, frozen=True, omit_defaults=True):
    """One thing the learner is told. `text` is Markdown in whole sentences.

    `name` identifies the mistake or symptom (`returns_none`, a file of `mistakes/`) for review
    cards and tests; `line` is in the learner's file, in a package in its file `file`; `test` is
    the id of the test it is about. `proof` tells how it is known: it was seen to happen, or the
    tests were run again with a change that follows from it.
    """

    kind: DiagnosisKind
    text: str
    name: str = ""
    line: int | None = None
    test: str | None = None
    diff: str | None = None
    file: str = ""
    proof: Proof = "none"


class CheckReport(Struct, frozen=True, omit_defaults=True):
    """What a check found: a verdict, one result per expected test, and what we say about it."""

    exercise: str
    verdict: Verdict
    tests: tuple[TestResult, ...] = ()
    diagnosis: tuple[Diagnosis, ...] = ()
    stuck: Stuck | None = None
    printed: str = ""
    seconds: float = 0.0
    probes: tuple[ProbeResult, ...] = ()
    exception: ExceptionInfo | None = None
    limit: str | None = None

    @property
    def passed(self) -> bool:
        """Whether every expected test passed."""
        return self.verdict is Verdict.PASSED

    @property
    def first_failure(self) -> TestResult | None:
        """The first test that did not pass, in the order of the test file."""
        return next((test for test in self.tests if test.outcome != "passed"), None)


class ProgramReport(Struct, frozen=True, omit_defaults=True):
    """What running a whole program did: an example, a question, the playground.

    `verdict` is `passed` when the program ended by itself without an exception and `check`
    (where given) was true; `checked` is the value of `bool(check)` or None when it was not
    reached. `printed` holds stdout and stderr as they came, without the traceback.
    """

    verdict: Verdict
    printed: str = ""
    exception: ExceptionInfo | None = None
    checked: bool | None = None
    stuck: Stuck | None = None
    limit: str | None = None
    seconds: float = 0.0
