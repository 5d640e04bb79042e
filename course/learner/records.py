"""What happened, as rows: one frozen struct for each append-only table of the store.

Every row has a `uuid` of its own and `at`, a UTC time of fixed width, so that rows sort as text
and the rows of two machines are put together by a union.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from msgspec import Meta, Struct

# What a row may hold. Whatever comes from a file or another machine is decoded into these.
Stamp = Annotated[
    str, Meta(pattern=r"\A(19[7-9]|2[0-9]{2})[0-9]-[0-9-]{5}T[0-9:]{8}\.[0-9]{6}Z\Z", max_length=27)
]
Key = Annotated[str, Meta(min_length=1, max_length=64)]
Name = Annotated[str, Meta(max_length=2_000)]
Text = Annotated[str, Meta(max_length=4_000_000)]
Number = Annotated[int, Meta(ge=0, le=2**63 - 1)]
Seconds = Annotated[float, Meta(ge=0, le=1e9)]
Names = Annotated[tuple[Name, ...], Meta(max_length=10_000)]

if TYPE_CHECKING:
    Value = Any
else:
    _Scalar = bool | Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)] | float | Text | None
    _Flat = _Scalar | list[_Scalar] | dict[Name, _Scalar]
    _Nested = _Scalar | list[_Flat] | dict[Name, _Flat]
    Value = _Scalar | list[_Nested] | dict[Name, _Nested]
"""What fits in JSON, nested three deep at most."""

_FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"
FIRST, LAST = datetime(1970, 1, 1, tzinfo=UTC), datetime(2999, 12, 30, tzinfo=UTC)
"""A clock that is further away than that is taken to say the nearest of the two."""


def stamp(moment: datetime) -> str:
    """A time as it is stored: `2026-03-01T17:05:00.000123Z`."""
    return min(max(moment.astimezone(UTC), FIRST), LAST).strftime(_FORMAT)


def just_after(at: str) -> str:
    """The stamp that follows a stamp."""
    return (moment(at) + timedelta(microseconds=1)).strftime(_FORMAT)


def moment(at: str) -> datetime:
    """The time, in UTC, that a stored stamp stands for."""
    return datetime.fromisoformat(at)


class Record(Struct, frozen=True, kw_only=True):
    """A row of an append-only table."""

    table: ClassVar[str]

    uuid: Key
    at: Stamp

    def __post_init__(self) -> None:
        moment(self.at)  # ValueError where it is no time


class Visit(Record, frozen=True, kw_only=True):
    """A step of a lesson was seen; `step` counts from 0."""

    table: ClassVar[str] = "visits"

    lesson: Name
    step: Number


class Answer(Record, frozen=True, kw_only=True):
    """A question was answered.

    `question` is a hash of the question's content, which stays when the step moves within its
    lesson; `concepts` are those the question is about; `answer` is what the learner gave.
    """

    table: ClassVar[str] = "answers"

    lesson: Name
    step: Number
    question: Name
    correct: bool
    concepts: Names = ()
    answer: Value = None


class Attempt(Record, frozen=True, kw_only=True):
    """A counted check of a submission.

    `tests` maps a test's id to its outcome; `mistakes` are the names of the mistakes and
    symptoms in the diagnosis; `hints` counts those taken until then; `seconds` is the check's.
    """

    table: ClassVar[str] = "attempts"

    exercise: Name
    verdict: Name
    hints: Number = 0
    mistakes: Names = ()
    seconds: Seconds = 0.0
    tests: Annotated[dict[Name, Name], Meta(max_length=10_000)] = {}
    source_hash: Name
    source: Text


class Try(Record, frozen=True, kw_only=True):
    """An attempt without its source and tests: what progress and skills are derived from."""

    table: ClassVar[str] = "attempts"

    exercise: Name
    verdict: Name
    hints: Number = 0
    mistakes: Names = ()

    @property
    def passed(self) -> bool:
        """Whether every expected test passed."""
        return self.verdict == "passed"


class Hint(Record, frozen=True, kw_only=True):
    """A hint was taken; `number` counts from 0 in the exercise's list."""

    table: ClassVar[str] = "hints"

    exercise: Name
    number: Number


class Help(Record, frozen=True, kw_only=True):
    """A rung of the ladder that is no author's hint was taken.

    `rung` is `place` (of a cause in the learner's code, told in `text`), `order` (the reference in
    disorder), `lines` (its first `number` parts), `whole`; or `afresh`: the starter was put back;
    or `passed`: the attempt whose `uuid` is in `text` passed with such help.
    """

    table: ClassVar[str] = "helps"

    exercise: Name
    rung: Name
    number: Number = 0
    text: Text = ""


class Review(Record, frozen=True, kw_only=True):
    """A review card was answered: `rating` is FSRS's, 1 again, 2 hard, 3 good, 4 easy.

    `item` is what was asked: an exercise's id, or `lesson#question`.
    """

    table: ClassVar[str] = "reviews"

    card: Name
    rating: Annotated[int, Meta(ge=1, le=4)]
    item: Name
    seconds: Seconds = 0.0


class Note(Record, frozen=True, kw_only=True):
    """A note on a lesson. A later row of the same `note` replaces it; an empty text removes it."""

    table: ClassVar[str] = "notes"

    lesson: Name
    note: Name
    text: Text


class Decision(Record, frozen=True, kw_only=True):
    """Something the learner chose, such as the path; the newest of a `name` holds."""

    table: ClassVar[str] = "decisions"

    name: Name
    value: Value = None


class Placed(Record, frozen=True, kw_only=True):
    """A question of a placement: `outcome` is `right`, `wrong` or `unknown` ("I do not know").

    `round` is the placement it belongs to; `lesson`, `step` and `question` say what was asked, as
    in an answer. What was answered is also an answer.
    """

    table: ClassVar[str] = "placements"

    round: Name
    module: Name
    lesson: Name
    step: Number
    question: Name
    outcome: Literal["right", "wrong", "unknown"]


RECORDS: tuple[type[Record], ...] = (
    *(Visit, Answer, Attempt, Hint, Help, Review, Note, Decision, Placed),
)
