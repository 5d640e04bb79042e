"""What happened, as rows: one frozen struct for each append-only table of the store.

Every row has a `uuid` of its own and `at`, a UTC time of fixed width, so that rows sort as text
and the rows of two machines are put together by a union.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any, ClassVar, Literal

from msgspec import Meta, Struct

Stamp = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$")]
Key = Annotated[str, Meta(min_length=1, max_length=64)]
_FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"


def stamp(moment: datetime) -> str:
    """A time as it is stored: `2026-03-01T17:05:00.000123Z`."""
    return moment.astimezone(UTC).strftime(_FORMAT)


def moment(at: str) -> datetime:
    """The time, in UTC, that a stored stamp stands for."""
    return datetime.fromisoformat(at)


class Record(Struct, frozen=True, kw_only=True):
    """A row of an append-only table."""

    table: ClassVar[str]

    uuid: Key
    at: Stamp


class Visit(Record, frozen=True, kw_only=True):
    """A step of a lesson was seen; `step` counts from 0."""

    table: ClassVar[str] = "visits"

    lesson: str
    step: int


class Answer(Record, frozen=True, kw_only=True):
    """A question was answered.

    `question` is a hash of the question's content, which stays when the step moves within its
    lesson; `concepts` are those the question is about; `answer` is what the learner gave.
    """

    table: ClassVar[str] = "answers"

    lesson: str
    step: int
    question: str
    correct: bool
    concepts: tuple[str, ...] = ()
    answer: Any = None


class Attempt(Record, frozen=True, kw_only=True):
    """A counted check of a submission.

    `tests` maps a test's id to its outcome; `mistakes` are the names of the mistakes and
    symptoms in the diagnosis; `hints` counts those taken until then; `seconds` is the check's.
    """

    table: ClassVar[str] = "attempts"

    exercise: str
    verdict: str
    hints: int = 0
    mistakes: tuple[str, ...] = ()
    seconds: float = 0.0
    tests: dict[str, str] = {}
    source_hash: str
    source: str


class Try(Record, frozen=True, kw_only=True):
    """An attempt without its source and tests: what progress and skills are derived from."""

    table: ClassVar[str] = "attempts"

    exercise: str
    verdict: str
    hints: int = 0
    mistakes: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether every expected test passed."""
        return self.verdict == "passed"


class Hint(Record, frozen=True, kw_only=True):
    """A hint was taken; `number` counts from 0 in the exercise's list."""

    table: ClassVar[str] = "hints"

    exercise: str
    number: int


class Review(Record, frozen=True, kw_only=True):
    """A review card was answered: `rating` is FSRS's, 1 again, 2 hard, 3 good, 4 easy.

    `item` is what was asked: an exercise's id, or `lesson#question`.
    """

    table: ClassVar[str] = "reviews"

    card: str
    rating: Annotated[int, Meta(ge=1, le=4)]
    item: str
    seconds: float = 0.0


class Note(Record, frozen=True, kw_only=True):
    """A note on a lesson. A later row of the same `note` replaces it; an empty text removes it."""

    table: ClassVar[str] = "notes"

    lesson: str
    note: str
    text: str


class Decision(Record, frozen=True, kw_only=True):
    """Something the learner chose, such as the path; the newest of a `name` holds."""

    table: ClassVar[str] = "decisions"

    name: str
    value: Any = None


class Placed(Record, frozen=True, kw_only=True):
    """A question of a placement: `outcome` is `right`, `wrong` or `unknown` ("I do not know").

    `round` is the placement it belongs to; `lesson`, `step` and `question` say what was asked, as
    in an answer. What was answered is also an answer.
    """

    table: ClassVar[str] = "placements"

    round: str
    module: str
    lesson: str
    step: int
    question: str
    outcome: Literal["right", "wrong", "unknown"]


RECORDS: tuple[type[Record], ...] = (Visit, Answer, Attempt, Hint, Review, Note, Decision, Placed)
