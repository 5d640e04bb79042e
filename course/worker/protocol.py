"""Everything that travels between the app, the supervisor, the templates and the workers.

Each message is one JSON line. A worker's events carry the version `v`, the job's nonce `n`, their
number `s` and their kind `t`, which names a class in `EVENTS`. The parent decodes every line into
these classes and bounds it (`course.checking.decoding`); what is none of them is not believed. The
other side builds what it sends from them: change a class and `PROTOCOL` together, and the golden
messages in the tests.

Standard library only: workers and the supervisor load this file too. It is longer than other files,
as each side reads all of it.
"""

from __future__ import annotations

import json
from typing import Literal, TypedDict

from .message import Message, message

PROTOCOL = 1

Task = Literal[
    "tests", "collect", "probes", "program", "prompt", "programs", "trials", "answers", "mends"
]
Outcome = Literal["passed", "failed", "skipped", "error"]


# ------------------------------------------------------------------ supervisor and templates


@message
class Started(Message):
    """A worker has been forked as process `pid`."""

    id: int
    pid: int


@message
class Exited(Message):
    """A worker has ended with this exit code; -9 is a kill."""

    id: int
    status: int


@message
class Gone(Message):
    """Nothing is left of a worker."""

    id: int


@message
class Lost(Message):
    """The template for these needs has died."""

    needs: str


News = Started | Exited | Gone | Lost
NEWS: dict[str, type[News]] = {
    "started": Started,
    "exited": Exited,
    "gone": Gone,
    "lost": Lost,
}
"""What templates tell the supervisor, and the supervisor tells the app, by `op`."""


@message
class WorkerPlace(Message):
    """From the app to a worker that was started for itself: its folder, and what it needs."""

    slot: str
    needs: str


@message
class StartWorker(Message):
    """From the app to the supervisor, with three descriptors: for the job, events and prints."""

    id: int
    needs: str
    slot: str
    rehearse: bool


@message
class ForkWorker(Message):
    """From the supervisor to the template for the needs, with the same descriptors."""

    id: int
    slot: str
    rehearse: bool


@message
class Kill(Message):
    """From the app: end a worker."""

    id: int


@message
class Done(Message):
    """From the app: it has no use for a worker any more, nor for its folder."""

    id: int


@message
class Retire(Message):
    """From the app: the template for these needs is not wanted any more."""

    needs: str


@message
class Typed(Message):
    """From the app to a live program: a line for one `asks`; None is the end of the input."""

    line: str | None


@message
class Stop(Message):
    """From the app to a live program: say where the code is, and end."""


@message
class Entered(Message):
    """From the app to a prompt that waits: a block to run."""

    block: str


@message
class Interrupt(Message):
    """From the app to a prompt: what runs is to be interrupted, and all else goes on."""


Request = (
    WorkerPlace
    | StartWorker
    | ForkWorker
    | Kill
    | Done
    | Retire
    | Typed
    | Stop
    | Entered
    | Interrupt
)
REQUESTS: dict[str, type[Request]] = {
    "place": WorkerPlace,
    "start": StartWorker,
    "fork": ForkWorker,
    "kill": Kill,
    "done": Done,
    "retire": Retire,
    "line": Typed,
    "stop": Stop,
    "enter": Entered,
    "interrupt": Interrupt,
}
"""What is asked of the supervisor, of templates, of workers and of live programs, by `op`."""


# ------------------------------------------------------------------ a worker before its job


@message
class Ready(Message):
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
    written_out: bool
    code: str | None
    about: list[str]
    given: list[str]
    look_for_equality: bool
    first_failure: bool
    trace: str
    stdin: str
    arguments: list[str]
    check: str | None
    live: bool
    programs: list[ProgramJob]
    trials: list[Trial]
    control: Trial
    each: float
    source: str
    file: str
    reference: str
    wrong: list[str]
    right: list[str]
    first: list[str]


class Trial(TypedDict, total=False):
    """A variant of the submission: its files (or `code`), and which tests, in what order.

    `before` is run first of all; what it names `undo` is called at the end.
    """

    files: dict[str, str]
    code: str | None
    only: str
    reverse: bool
    before: str


class ProgramJob(TypedDict):
    """One of several programs: what it reads, an expression about it, the files beside it."""

    source: str
    stdin: str
    check: str | None
    files: dict[str, str]


class CompiledCode(TypedDict):
    """A test file as a trusted worker compiled it, for later workers to start from."""

    code: str
    imported: list[tuple[str, str]]
    imports_at_top: bool
    modules: list[str]


# ------------------------------------------------------------------ events


@message
class FrameSaid(Message):
    """A frame of the learner's code."""

    file: str
    line: int
    function: str
    code: str
    variables: dict[str, str]


@message
class ExceptionSaid(Message):
    """An exception; frames are outermost first.

    `limit` is the one that it comes from; whatever a learner's own exception is called, it is None.
    """

    type: str
    message: str
    frames: tuple[FrameSaid, ...]
    limit: Literal["output", "memory"] | None = None


@message
class Event(Message):
    """What a worker says; this one has nothing to add to its kind."""


class Start(Event):
    """The job begins."""


class Live(Event):
    """Lines may be sent to the program."""


class End(Event):
    """The last word: the job is done."""


class OutOfMemory(Event):
    """The system does not limit memory, and the program needed too much."""


class ProbeStuck(Event):
    """A probe could not be stopped."""


@message
class Compiled(Event):
    """A test file was compiled; see `CompiledCode`."""

    file: str
    code: str
    imported: tuple[tuple[str, str], ...]
    imports_at_top: bool
    modules: tuple[str, ...]


@message
class ImportFailed(Event):
    """The learner's module raised while it was imported."""

    exception: ExceptionSaid
    printed: str = ""


@message
class Missing(Event):
    """Names the tests import that the learner's module does not have."""

    names: tuple[str, ...]


@message
class Collected(Event):
    """pytest's ids of all tests."""

    ids: tuple[str, ...]
    printed: str = ""


@message
class CollectFailed(Event):
    """A test file cannot be collected; `text` is pytest's report."""

    file: str
    text: str
    exception: ExceptionSaid | None = None
    printed: str = ""


@message
class TestBegun(Event):
    """A test begins."""

    __test__ = False

    id: str


class Failure(TypedDict, total=False):
    """What there is to say about a test that did not pass; parts of `TestEnded`."""

    call: str | None
    compared: str
    got: str
    expected: str
    got_type: str
    expected_type: str
    message: str
    exception: ExceptionSaid
    line: int
    typed: tuple[str, ...]


@message
class TestEnded(Event):
    """A test or a phase of one has ended, with the evidence where it did not pass."""

    __test__ = False

    id: str
    outcome: Outcome
    when: Literal["setup", "call", "teardown"] = "call"
    seconds: float = 0.0
    printed: str = ""
    call: str | None = None
    compared: str | None = None
    got: str | None = None
    expected: str | None = None
    got_type: str | None = None
    expected_type: str | None = None
    message: str | None = None
    exception: ExceptionSaid | None = None
    line: int | None = None
    typed: tuple[str, ...] | None = None


@message
class SubtestEnded(TestEnded):
    """A case inside a test has ended."""

    label: str = ""


@message
class Tampered(Event):
    """Something that decides about tests is not what it was."""

    id: str


@message
class Peeked(Event):
    """The learner's code looked into the interpreter."""

    what: str


@message
class HiddenCode(Event):
    """The learner's code ran code that is in none of its files."""

    what: str


@message
class DefinesEquality(Event):
    """Classes of the learner's that decide what they are equal to."""

    names: tuple[str, ...]


@message
class Lying(Event):
    """A value that answers for itself when it is compared."""

    what: str


@message
class ChangedValue(Event):
    """A value that the tests have for themselves was changed, and then compared with."""

    name: str


@message
class Aborted(Event):
    """pytest itself was stopped."""

    exception: ExceptionSaid


@message
class Late(Event):
    """Others hold the cores: the job's time ends so many seconds later than the parent thinks."""

    seconds: float


@message
class Finished(Event):
    """All tests have run; pytest's exit status."""

    status: int


CONTROL = -1
"""The number of the trial of the unchanged program."""


@message
class TrialResult(Event):
    """Whether the tests of a trial passed; a `timeout` ends the process."""

    number: int
    outcome: Literal["passed", "failed", "timeout"]


@message
class Mended(Event):
    """An edit of the program that breaks no test and makes some of the wrong ones `right`.

    `whole` where that is every wrong test that enters its function, which `tests` tests do. With
    a `second` line it takes two edits; `also` are the lines where the same change is made as well.
    `towards` where a right program that is close to this one has it so. See `worker/edits` for the
    kinds.
    """

    kind: str
    line: int
    function: str
    was: str
    now: str
    cost: float
    right: tuple[str, ...]
    whole: bool
    source: str
    tests: int
    second: int = 0
    also: tuple[int, ...] = ()
    towards: bool = False


@message
class Walked(Event):
    """The `lines` of the learner's file that a test which fails has run until it failed."""

    id: str
    lines: tuple[int, ...]


@message
class Searched(Event):
    """So many edits were tried, of so many there are."""

    tried: int
    of: int


@message
class Probing(Event):
    """A probe begins."""

    call: str


@message
class Probed(Event):
    """What a probe did; `late` where it waited while others held the cores, so that is unknown."""

    call: str
    outcome: Literal["returned", "raised", "unfinished", "late"]
    value: str = ""
    type: str = ""
    printed: str = ""
    changed_arguments: bool = False


@message
class Answered(Event):
    """One of several programs has answered the probes."""

    number: int


@message
class VariableSaid(Message):
    """A variable where the code was stuck."""

    name: str
    value: str
    changed: bool


@message
class TaskSaid(Message):
    """An asyncio task that had not ended, and the line it waits at."""

    name: str
    function: str
    line: int | None = None


@message
class StuckSaid(Event):
    """Time is up, or (`early`) soon: where the code is; `lines` counts how often it was seen."""

    lines: dict[int, int]
    function: str
    early: bool
    test: str | None = None
    call: str | None = None
    variables: tuple[VariableSaid, ...] = ()
    tasks: tuple[TaskSaid, ...] = ()


@message
class Ran(Event):
    """A program has ended."""

    exception: ExceptionSaid | None


@message
class Checked(Event):
    """What a program's check is worth."""

    value: bool
    text: str = ""
    exception: ExceptionSaid | None = None


@message
class ProgramEnded(Event):
    """One of several programs is done; so many bytes have been printed since the first began."""

    number: int
    printed: int


@message
class Asks(Event):
    """A program waits for a line; so many bytes have been printed before."""

    printed: int


@message
class ValueSaid(Message):
    """A variable at the prompt."""

    name: str
    type: str
    value: str


@message
class Prompts(Event):
    """What was entered has been run, and the prompt waits for more.

    So many bytes have been printed until then; `values` are the variables, `defines` the names of
    functions and classes; the `exception` is the one that ended it.
    """

    printed: int
    values: tuple[ValueSaid, ...]
    defines: tuple[str, ...]
    exception: ExceptionSaid | None


@message
class LoopSaid(Message):
    """The asyncio tasks of a recording; times are microseconds (`course.worker.tracing.tasks`)."""

    loops: list[list[int]]
    tasks: list[list[object]]
    runs: list[list[object]]
    moments: list[list[int]]
    is_all: bool


StepSaid = tuple[
    int,
    str,
    int,
    int,
    list[int],
    int,
    int,
    list[tuple[int, int, int]],
    list[tuple[int, int, int]],
]
"""A step; its parts are described in `course.worker.tracing.packed`."""


@message
class Recorded(Event):
    """What was recorded; its tables are described in `course.worker.tracing.packed`."""

    texts: list[str]
    nodes: list[tuple[str, int, int, int]]
    snapshots: list[tuple[int, int, dict[str, tuple[int, int]], list[str]]]
    steps: list[StepSaid]
    calls: list[tuple[int, str]]
    printed: str
    total: int
    ended: Literal["finished", "limit", "time"]
    loop: LoopSaid | None
    objects: list[tuple[int, list[tuple[int, int, int]]]]
    files: list[str]


EVENTS: dict[str, type[Event]] = {
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
    "hidden_code": HiddenCode,
    "defines_equality": DefinesEquality,
    "lying": Lying,
    "changed_value": ChangedValue,
    "abort": Aborted,
    "finished": Finished,
    "late": Late,
    "tried": TrialResult,
    "mended": Mended,
    "walked": Walked,
    "searched": Searched,
    "probing": Probing,
    "probe": Probed,
    "answered": Answered,
    "stuck": StuckSaid,
    "ran": Ran,
    "checked": Checked,
    "program_ended": ProgramEnded,
    "asks": Asks,
    "prompts": Prompts,
}
"""What a worker says, by `t`, all but `trace`."""
KINDS: dict[type[Event], str] = {Recorded: "trace", **{kind: name for name, kind in EVENTS.items()}}
"""The `t` of what a worker says. The parent reads `trace` as `course.tracing.trace.Recording`."""


# ------------------------------------------------------------------ lines


def fields_of(message: object) -> dict[str, object]:
    """The fields as they are sent: without those that are None unless something else is said."""
    kind = type(message)
    return {
        name: value
        for name, value in vars(message).items()
        if value is not None or not hasattr(kind, name)  # a default is an attribute of the class
    }


_OPS: dict[type, str] = {kind: name for name, kind in [*REQUESTS.items(), *NEWS.items()]}


def to_line(message: Request | News) -> bytes:
    """A request, or news, as it is sent."""
    return json.dumps({"op": _OPS[type(message)], **fields_of(message)}).encode() + b"\n"


def request_of(line: bytes) -> Request:
    """The request in a line of the app's, or of the supervisor's."""
    fields = json.loads(line)
    return REQUESTS[fields.pop("op")](**fields)


def news_of(line: bytes) -> News:
    """The news in a line of a template's."""
    fields = json.loads(line)
    return NEWS[fields.pop("op")](**fields)
