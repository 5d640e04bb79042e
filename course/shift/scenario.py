"""A scenario as it is written: the service's repository, customers, events, and what counts.

A scenario is a folder of `lessons/_shifts/` with a `shift.yaml`; `play.yaml` beside it is the
reference play, a list of actions with their minutes, which the gate carries out.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from course.catalogue.documents import decode, read_content_file
from course.errors import UnknownId
from course.locations import Locations
from course.model import Defect, Identifier, NonEmpty, RepoScript

FOLDER = "_shifts"
FILE = "shift.yaml"
PLAY = "play.yaml"
Minute = Annotated[int, Meta(ge=0, le=600)]


class Request(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A request. `{sku}` in a text is drawn from the customers' values; `{name}` is who asks."""

    path: NonEmpty
    method: str = "GET"
    json: Any = None
    headers: dict[str, str] | None = None


class Customers(Struct, frozen=True, forbid_unknown_fields=True):
    """People who do the same: so many each minute, or one at each of the minutes `at`.

    Each is a new customer unless they have a `name`. An answer with another status than `expect`
    is a failure, and so is one that takes longer than their `patience` in milliseconds. `order`
    says that a success is an order.
    """

    request: Request
    each_minute: Annotated[int, Meta(ge=0, le=30)] = 0
    at: tuple[Minute, ...] = ()
    start: Minute = 0
    end: Minute = 600
    values: dict[str, tuple[Any, ...]] = {}
    expect: int = 200
    order: bool = False
    patience: int = 100_000
    name: str = ""

    def is_served(self, status: int, ms: int) -> bool:
        """Whether they got what they came for, and before they went."""
        return status == self.expect and ms <= self.patience


class PlannedEvent(Struct, frozen=True, forbid_unknown_fields=True):
    """Something that happens: a message, a release by a colleague, or both.

    `at` a minute, or `when` customers begin to fail (`incident`), still fail after so many
    `minutes` (`still`), or are served again (`over`).
    """

    id: Identifier
    at: Minute | None = None
    when: Literal["incident", "still", "over"] | None = None
    minutes: Minute = 0
    sender: str = ""
    subject: str = ""
    text: str = ""
    deploy: str = ""

    def __post_init__(self) -> None:
        if (self.at is None) == (self.when is None):
            raise ValueError(f"the event {self.id} has exactly one of `at` and `when`")


class FileEdit(Struct, frozen=True, forbid_unknown_fields=True):
    """In a file, a text that is there takes the place of another; `old` may be the whole file."""

    file: NonEmpty
    old: str
    new: str

    def made(self, text: str) -> str:
        """The text with the edit; ValueError where `old` is not there exactly once."""
        if text.count(self.old) != 1:
            raise ValueError(f"{self.file} does not have this text exactly once: {self.old[:60]!r}")
        return text.replace(self.old, self.new)


Value = Literal["began", "over", "failed", "customers", "commit", "words"]


class Fact(Struct, frozen=True, forbid_unknown_fields=True):
    """Something a text has to say, in a line that begins with `label`, or anywhere without one.

    `value` is worked out from what happened: the time customers began to fail, the time they were
    served again, the failed requests, the customers hit, the commit that a `ref` names. `words`
    asks for one of `any_of` (or, without those, for four words of one's own).
    """

    what: NonEmpty
    value: Value
    label: str = ""
    ref: str = ""
    any_of: tuple[str, ...] = ()


class Ask(Struct, frozen=True, forbid_unknown_fields=True):
    """A text the learner writes in a file and sends; it begins with `template`."""

    file: NonEmpty
    template: str
    facts: Annotated[tuple[Fact, ...], Meta(min_length=1)]


class Probe(Struct, frozen=True, forbid_unknown_fields=True):
    """Requests to what is deployed at the end, with these flags, in a service that is fresh.

    The last answer has the status, the parts of its JSON that are named, and takes no longer than
    `within` milliseconds.
    """

    what: NonEmpty
    requests: Annotated[tuple[Request, ...], Meta(min_length=1)]
    status: int = 200
    json: Any = None
    flags: dict[str, str] = {}
    now: str = ""
    within: int = 100_000


class Served(Struct, frozen=True, forbid_unknown_fields=True):
    """Customers who failed were served again within so many minutes, all incidents together."""

    within: Minute


class Hurt(Struct, frozen=True, forbid_unknown_fields=True):
    """At most so many customers were hit while things went wrong."""

    at_most: int


class RolledBack(Struct, frozen=True, forbid_unknown_fields=True):
    """What was known to work was put back before anything else was tried."""


class Reviewed(Struct, frozen=True, forbid_unknown_fields=True):
    """Every serious defect of the branch was named, with at most two false alarms."""

    branch: NonEmpty
    base: str = "main"
    defects: tuple[Defect, ...] = ()
    file: str = "review.diff"


class Catches(Struct, frozen=True, forbid_unknown_fields=True):
    """A test on the learner's `main` fails on the commit `ref`, and passes on it once mended."""

    ref: NonEmpty
    mended: tuple[FileEdit, ...]


class Works(Struct, frozen=True, forbid_unknown_fields=True):
    """What is deployed at the end answers as it should."""

    probes: Annotated[tuple[Probe, ...], Meta(min_length=1)]


class Flagged(Struct, frozen=True, forbid_unknown_fields=True):
    """A flag never had another value than those allowed, and has `at_end` at the end."""

    flag: NonEmpty
    allowed: tuple[str, ...]
    at_end: str


class Tidy(Struct, frozen=True, forbid_unknown_fields=True):
    """The learner's commits on `branch` are that many at least, each with a subject that tells."""

    commits: int = 1
    branch: str = "main"


Kind = Served | Hurt | RolledBack | Reviewed | Catches | Works | Flagged | Tidy | Ask


class Count(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One thing that counts: what it is called, and exactly one of the other keys."""

    title: NonEmpty
    served: Served | None = None
    hurt: Hurt | None = None
    rollback: RolledBack | None = None
    review: Reviewed | None = None
    catches: Catches | None = None
    works: Works | None = None
    flag: Flagged | None = None
    history: Tidy | None = None
    said: Ask | None = None

    def __post_init__(self) -> None:
        kinds = [it for it in self.__struct_fields__[1:] if getattr(self, it) is not None]
        if len(kinds) != 1:
            words = ", ".join(self.__struct_fields__[1:])
            raise ValueError(f"what counts has exactly one of {words}")

    @property
    def kind(self) -> Kind:
        """The value of the key that is set."""
        values = (getattr(self, it) for it in self.__struct_fields__[1:])
        kind: Kind = next(it for it in values if it is not None)
        return kind


class ShiftSource(Struct, frozen=True, forbid_unknown_fields=True):
    """A `shift.yaml`. One real minute is `pace` simulated ones; `incident` failures in a minute
    begin an incident. `after` is told at the end: what the day was about.
    """

    title: NonEmpty
    summary: NonEmpty
    minutes: Annotated[int, Meta(ge=10, le=600)]
    pace: Annotated[int, Meta(ge=1, le=20)]
    seed: int
    app: NonEmpty
    needs: tuple[str, ...]
    repository: RepoScript
    deployed: NonEmpty
    customers: tuple[Customers, ...]
    events: tuple[PlannedEvent, ...]
    counts: tuple[Count, ...]
    opens: str = "09:00"
    day: str = "2026-11-27"
    flags: dict[str, str] = {}
    flag_values: tuple[str, ...] = ("off", "on")
    incident: Annotated[int, Meta(ge=1)] = 2
    after: str = ""


class Action(Struct, frozen=True, forbid_unknown_fields=True):
    """One action of a play at a minute: files of the shift's folder are written or edited, then
    there is a `git` command in the repository, then a command as it is typed.
    """

    at: Minute
    do: str = ""
    write: dict[str, str] = {}
    edit: tuple[FileEdit, ...] = ()
    git: str = ""


class Play(Struct, frozen=True, forbid_unknown_fields=True):
    """A `play.yaml`."""

    actions: tuple[Action, ...]


class Scenario(Struct, frozen=True):
    """A scenario and where it lies."""

    id: str
    folder: Path
    source: ShiftSource

    @property
    def real_minutes(self) -> int:
        """How long it takes by the clock on the wall."""
        return round(self.source.minutes / self.source.pace)

    def clock(self, minute: int) -> str:
        """The time of day of a minute."""
        hours, minutes = map(int, self.source.opens.split(":"))
        total = hours * 60 + minutes + minute
        return f"{total // 60 % 24:02}:{total % 60:02}"

    def texts(self) -> Iterator[tuple[str, Ask]]:
        """What is written and sent, by the word it is sent with: the file's name."""
        for one in self.source.counts:
            if one.said is not None:
                yield one.said.file.partition(".")[0], one.said

    def reviews(self) -> Iterator[Reviewed]:
        """The branches that are reviewed."""
        for one in self.source.counts:
            if one.review is not None:
                yield one.review

    def refs(self) -> set[str]:
        """The commits that it names, apart from those that the learner deploys."""
        named = {self.source.deployed, *(it.deploy for it in self.source.events)}
        named |= {it.catches.ref for it in self.source.counts if it.catches is not None}
        for one in self.reviews():
            named |= {one.base, one.branch}
        for _, ask in self.texts():
            named |= {fact.ref for fact in ask.facts}
        return named - {""}


def scenarios(locations: Locations) -> list[str]:
    """The ids of all scenarios, in order."""
    folder = locations.lessons / FOLDER
    return sorted(file.parent.name for file in folder.glob(f"*/{FILE}"))


def read(locations: Locations, name: str) -> Scenario:
    """A scenario; UnknownId where there is none, ContentError where it cannot be read."""
    known = scenarios(locations)
    if name not in known:
        raise UnknownId(
            f"There is no shift called {name}. There {'are' if len(known) > 1 else 'is'}: "
            f"{', '.join(known) or 'none'}."
        )
    return read_folder(locations.lessons / FOLDER / name)


def read_folder(folder: Path) -> Scenario:
    """The scenario of a folder."""
    return Scenario(folder.name, folder, decode(read_content_file(folder / FILE), ShiftSource))


def read_play(scenario: Scenario) -> Play:
    """Its reference play."""
    return decode(read_content_file(scenario.folder / PLAY), Play)
