"""Everything that travels between the app, the supervisor, the templates and the workers.

Each message is one JSON line. A worker's events carry the version `v`, the job's nonce `n`, their
number `s` and their kind `t`, which names a class in `EVENTS`. The parent decodes every line into
these classes and bounds it (`course.checking.decoding`); what is none of them is not believed. The
other side writes what it reads here: change a class and `PROTOCOL` together, and the golden
messages in the tests.

Standard library only: workers and the supervisor load this file too. It is longer than other files,
as each side reads all of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypedDict

PROTOCOL = 1

Task = Literal["tests", "collect", "probes", "program", "trials"]
Outcome = Literal["passed", "failed", "skipped", "error"]


# ------------------------------------------------------------------ supervisor and templates


@dataclass(frozen=True)
class Started:
    """A worker has been forked as process `pid`."""

    id: int
    pid: int


@dataclass(frozen=True)
class Exited:
    """A worker has ended with this exit code; -9 is a kill."""

    id: int
    status: int


@dataclass(frozen=True)
class Gone:
    """Nothing is left of a worker."""

    id: int


@dataclass(frozen=True)
class Lost:
    """The template for these needs has died."""

    needs: str


NEWS: dict[str, type[Started] | type[Exited] | type[Gone] | type[Lost]] = {
    "started": Started,
    "exited": Exited,
    "gone": Gone,
    "lost": Lost,
}
"""What the supervisor tells the app, by `op`."""


class Request(TypedDict):
    """`start` from the app to the supervisor, and on to a template; three descriptors with it."""

    op: Literal["start"]
    id: int
    needs: str
    slot: str
    rehearse: bool


# ------------------------------------------------------------------ a worker before its job


@dataclass(frozen=True)
class Ready:
    """It is parked: packages that are not installed, and why it runs nothing, or an empty text."""

    missing: tuple[str, ...]
    refused: str


class Job(TypedDict, total=False):
    """What a worker is to do; one line, its only one unless it is `live`."""

    v: int
    nonce: str
    canaries: list[str]
    seconds: float
    task: Task
    module: str
    tests: dict[str, str]
    probes: list[str]
    compiled: dict[str, CompiledCode]
    may_peek: bool
    code: str | None
    about: list[str]
    given: list[str]
    look_for_equality: bool
    first_failure: bool
    trace: str
    stdin: str
    check: str | None
    live: bool
    trials: list[Trial]
    control: Trial
    each: float


class Trial(TypedDict, total=False):
    """A variant of the submission: its files (or `code`), and which tests, in what order."""

    files: dict[str, str]
    code: str | None
    only: str
    reverse: bool


class CompiledCode(TypedDict):
    """A test file as a trusted worker compiled it, for later workers to start from."""

    code: str
    imported: list[tuple[str, str]]
    imports_at_top: bool
    modules: list[str]


# ------------------------------------------------------------------ events


@dataclass(frozen=True)
class FrameSaid:
    """A frame of the learner's code."""

    file: str
    line: int
    function: str
    code: str
    variables: dict[str, str]


@dataclass(frozen=True)
class ExceptionSaid:
    """An exception; frames are outermost first."""

    type: str
    message: str
    frames: tuple[FrameSaid, ...]


@dataclass(frozen=True)
class Said:
    """An event that has nothing to add to its kind."""


class Start(Said):
    """The job begins."""


class Live(Said):
    """Lines may be sent to the program."""


class End(Said):
    """The last word: the job is done."""


class OutOfMemory(Said):
    """The system does not limit memory, and the program needed too much."""


class ProbeStuck(Said):
    """A probe could not be stopped."""


@dataclass(frozen=True)
class Compiled:
    """A test file was compiled; see `CompiledCode`."""

    file: str
    code: str
    imported: tuple[tuple[str, str], ...]
    imports_at_top: bool
    modules: tuple[str, ...]


@dataclass(frozen=True)
class ImportFailed:
    """The learner's module raised while it was imported."""

    exception: ExceptionSaid
    printed: str = ""


@dataclass(frozen=True)
class Missing:
    """Names the tests import that the learner's module does not have."""

    names: tuple[str, ...]


@dataclass(frozen=True)
class Collected:
    """pytest's ids of all tests."""

    ids: tuple[str, ...]
    printed: str = ""


@dataclass(frozen=True)
class CollectFailed:
    """A test file cannot be collected; `text` is pytest's report."""

    file: str
    text: str
    exception: ExceptionSaid | None = None
    printed: str = ""


@dataclass(frozen=True)
class TestBegun:
    """A test begins."""

    __test__ = False

    id: str


@dataclass(frozen=True)
class TestEnded:
    """A test or a phase of one has ended, with the evidence where it did not pass."""

    __test__ = False

    id: str
    outcome: Outcome
    seconds: float = 0.0
    printed: str = ""
    call: str | None = None
    got: str | None = None
    expected: str | None = None
    got_type: str | None = None
    expected_type: str | None = None
    message: str | None = None
    exception: ExceptionSaid | None = None
    line: int | None = None


@dataclass(frozen=True)
class SubtestEnded(TestEnded):
    """A case inside a test has ended."""

    label: str = ""


@dataclass(frozen=True)
class Tampered:
    """Something that decides about tests is not what it was."""

    id: str


@dataclass(frozen=True)
class Peeked:
    """The learner's code looked into the interpreter."""

    what: str


@dataclass(frozen=True)
class DefinesEquality:
    """Classes of the learner's that decide what they are equal to."""

    names: tuple[str, ...]


@dataclass(frozen=True)
class Lying:
    """A value that answers for itself when it is compared."""

    what: str


@dataclass(frozen=True)
class Aborted:
    """pytest itself was stopped."""

    exception: ExceptionSaid


@dataclass(frozen=True)
class Late:
    """Others hold the cores: the job's time ends so many seconds later than the parent thinks."""

    seconds: float


@dataclass(frozen=True)
class Finished:
    """All tests have run; pytest's exit status."""

    status: int


CONTROL = -1
"""The number of the trial of the unchanged program."""


@dataclass(frozen=True)
class Tried:
    """Whether the tests of a trial passed; a `timeout` ends the process."""

    number: int
    outcome: Literal["passed", "failed", "timeout"]


@dataclass(frozen=True)
class Probing:
    """A probe begins."""

    call: str


@dataclass(frozen=True)
class Probed:
    """What a probe did."""

    call: str
    outcome: Literal["returned", "raised", "unfinished"]
    value: str = ""
    type: str = ""
    printed: str = ""
    changed_arguments: bool = False


@dataclass(frozen=True)
class VariableSaid:
    """A variable where the code was stuck."""

    name: str
    value: str
    changed: bool


@dataclass(frozen=True)
class TaskSaid:
    """An asyncio task that had not ended, and the line it waits at."""

    name: str
    function: str
    line: int | None = None


@dataclass(frozen=True)
class StuckSaid:
    """Time is up, or (`early`) soon: where the code is; `lines` counts how often it was seen."""

    lines: dict[int, int]
    function: str
    early: bool
    test: str | None = None
    call: str | None = None
    variables: tuple[VariableSaid, ...] = ()
    tasks: tuple[TaskSaid, ...] = ()


@dataclass(frozen=True)
class Ran:
    """A program has ended."""

    exception: ExceptionSaid | None


@dataclass(frozen=True)
class Checked:
    """What a program's check is worth."""

    value: bool
    text: str = ""
    exception: ExceptionSaid | None = None


@dataclass(frozen=True)
class Asks:
    """A program waits for a line; so many bytes have been printed before."""

    printed: int


EVENTS: dict[str, type] = {
    "start": Start,
    "live": Live,
    "end": End,
    "out_of_memory": OutOfMemory,
    "probe_stuck": ProbeStuck,
    "compiled": Compiled,
    "import_error": ImportFailed,
    "missing": Missing,
    "collected": Collected,
    "collect_error": CollectFailed,
    "begin": TestBegun,
    "test": TestEnded,
    "subtest": SubtestEnded,
    "tampered": Tampered,
    "peeked": Peeked,
    "defines_equality": DefinesEquality,
    "lying": Lying,
    "abort": Aborted,
    "finished": Finished,
    "late": Late,
    "tried": Tried,
    "probing": Probing,
    "probe": Probed,
    "stuck": StuckSaid,
    "ran": Ran,
    "checked": Checked,
    "asks": Asks,
}
"""What a worker says, by `t`. The event `trace` is `course.tracing.trace.Recording`."""
