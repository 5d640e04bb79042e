"""The world of a shift: simulated minutes in which customers call the service and things happen."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from course import shapes
from course.errors import ContentError, Problem, WrongUse
from course.shift.history import Happened, Incident, incidents, of_kind
from course.shift.repository import Version, meet, merged
from course.shift.scenario import Customers, PlannedEvent, Request, Scenario
from course.shift.service import Response, Service

Keep = Callable[[Happened], None]
GAVE_UP = ", who gave up waiting"
"""How the line of a request ends that took longer than a customer waits."""
_UNHURT = 5
"""So many minutes after a release without trouble, and there will be none of it."""
_MOST_LINES = 60  # of the log, in one minute


class World:
    """Carries a scenario out. `events` is all that has happened, kept one by one by `keep`.

    Time passes by `advance` alone. The same scenario and the same actions at the same minutes
    give the same events, to the byte.
    """

    def __init__(self, scenario: Scenario, service: Service, keep: Keep) -> None:
        self.scenario = scenario
        self.events: list[Happened] = []
        self.minute = 0
        """The minute that comes next."""
        self.flags = dict(scenario.source.flags)
        self.up = False
        self._service = service
        self._keep = keep
        self._known: dict[str, Version] = {}

    # ------------------------------------------------------------ what is known

    @property
    def ended(self) -> bool:
        """Whether the day is over."""
        return any(event.kind == "end" for event in self.events)

    @property
    def deployed(self) -> str:
        """The commit that serves."""
        return str(of_kind(self.events, "deploy")[-1].data["commit"])

    def incidents(self) -> list[Incident]:
        """When customers failed."""
        return incidents(self.events, self.scenario.source.incident)

    # ------------------------------------------------------------ beginning and going on

    async def begin(self, versions: dict[str, Version], commits: Sequence[str], calm: bool) -> None:
        """The day begins: what the scenario deploys first serves. `versions` are all it names."""
        source = self.scenario.source
        refs = {ref: msgspec.to_builtins(one) for ref, one in sorted(versions.items())}
        await self._note(
            "start", scenario=self.scenario.id, calm=calm, commits=list(commits), refs=refs
        )
        self._known = versions
        await self._deploy(versions[source.deployed], "the team")
        await self._happen()

    async def resume(self, events: Sequence[Happened]) -> None:
        """Go on after these events: the service meets again what it has met."""
        for event in events:
            self.events.append(event)
            data = event.data
            if event.kind == "start":
                self._known = shapes.convert(data["refs"], dict[str, Version])
            elif event.kind == "deploy":
                version = Version(data["commit"], data["subject"], data["files"])
                self.up = (await self._service.deploy(version.files, self.flags)).up
            elif event.kind == "flag":
                self.flags[data["name"]] = data["value"]
                await self._service.set_flags(self.flags)
            elif event.kind == "minute":
                await self._served(event.at)
                self.minute = event.at + 1
        if not self.events:
            raise WrongUse("There is nothing to go on with.")

    # ------------------------------------------------------------ time

    async def advance(self, minute: int) -> None:
        """Let time pass until that minute has come, or the day is over."""
        while self.minute < min(minute, self.scenario.source.minutes) and not self.ended:
            answers = await self._served(self.minute)
            await self._note("minute", **_told(self.scenario, self.minute, answers))
            self.minute += 1
            await self._happen()

    async def _served(self, minute: int) -> list[tuple[str, Customers, Request, Response]]:
        """The customers of a minute and what they are answered."""
        drawn = list(self._drawn(minute))
        now = f"{self.scenario.source.day}T{self.scenario.clock(minute)}:00"
        given = [{**msgspec.to_builtins(request), "now": now} for _, _, request in drawn]
        answers = await self._service.call(given)
        return [
            (who, kind, request, answer)
            for (who, kind, request), answer in zip(drawn, answers, strict=True)
        ]

    def _drawn(self, minute: int) -> list[tuple[str, Customers, Request]]:
        """Who comes in a minute, in an order of chance; the seed decides all of it."""
        chance = random.Random(f"{self.scenario.source.seed}:{minute}")  # noqa: S311 - a game
        drawn: list[tuple[str, Customers, Request]] = []
        for kind in self.scenario.source.customers:
            count = kind.at.count(minute)
            if not kind.at and kind.start <= minute < kind.end:
                count = kind.each_minute
            for _ in range(count):
                name = kind.name or f"customer {1000 + 30 * minute + len(drawn)}"
                values = {key: chance.choice(some) for key, some in kind.values.items()}
                drawn.append((name, kind, _filled(kind.request, {**values, "name": name})))
        chance.shuffle(drawn)
        return drawn

    async def _happen(self) -> None:
        """What is due by now: messages, releases."""
        past = {event.data["id"] for event in self.events if "id" in event.data}
        for event in self.scenario.source.events:
            if event.id not in past and self._is_due(event):
                if event.deploy:
                    await self._release(event.deploy, event.sender, event.id)
                if event.text:
                    await self._note(
                        "message", id=event.id, sender=event.sender,
                        subject=event.subject, text=event.text,
                    )  # fmt: skip

    def _is_due(self, event: PlannedEvent) -> bool:
        if event.at is not None:
            return event.at <= self.minute
        incidents_so_far = self.incidents()
        if not incidents_so_far:
            # A release that was taken back before it could hurt anybody is over as well.
            released = [it.at for it in of_kind(self.events, "deploy") if "id" in it.data]
            quiet = [at for at in released if self.minute >= at + _UNHURT + event.minutes]
            return event.when == "over" and bool(quiet)
        if event.when == "over":
            first = incidents_so_far[0]
            return first.over is not None and self.minute >= first.over + event.minutes
        if event.when == "still" and incidents_so_far[-1].over is not None:
            return False
        return self.minute >= incidents_so_far[-1].began + 1 + event.minutes

    # ------------------------------------------------------------ actions

    async def deploy(self, version: Version, who: str = "you") -> bool:
        """Let a version serve from now on; whether it could be started."""
        self._expect_running()
        return await self._deploy(version, who)

    async def rollback(self) -> Version:
        """Put back what served before, and was not taken back itself; WrongUse without one."""
        self._expect_running()
        served = of_kind(self.events, "deploy")
        taken_back = {self.deployed, *(event.data.get("instead_of") for event in served)}
        for event in reversed(served):
            if event.data["up"] and event.data["commit"] not in taken_back:
                data = event.data
                version = Version(data["commit"], data["subject"], data["files"])
                await self._deploy(version, "you", instead_of=self.deployed)
                return version
        raise WrongUse("No other version has been deployed today.")

    async def set_flag(self, name: str, value: str) -> None:
        """Set a flag of the service."""
        self._expect_running()
        source = self.scenario.source
        if name not in source.flags:
            raise WrongUse(
                f"There is no flag `{name}`. Flags: {', '.join(source.flags) or 'none'}."
            )
        if value not in source.flag_values:
            raise WrongUse(f"A flag is one of: {', '.join(source.flag_values)}.")
        self.flags[name] = value
        await self._service.set_flags(self.flags)
        await self._note("flag", name=name, value=value)

    async def send(self, what: str, text: str) -> None:
        """Send a text: a review, an answer, the note. The newest of each counts."""
        self._expect_running()
        await self._note("sent", what=what, text=text)

    async def read(self, number: int) -> None:
        """A message is read."""
        await self._note("read", number=number)

    async def end(self) -> None:
        """The day is over."""
        self._expect_running()
        await self._note("end")

    def _expect_running(self) -> None:
        if self.ended:
            raise WrongUse("This day is over. `course shift start` begins another one.")

    async def _release(self, ref: str, who: str, number: str) -> None:
        """Let what a colleague's commit changes serve, merged with what serves already."""
        first, theirs = self._known[self.scenario.source.deployed], self._known[ref]
        serving = of_kind(self.events, "deploy")[-1].data["files"]
        sides = {
            name: (serving.get(name, text), first.files.get(name, ""), text)
            for name, text in theirs.files.items()
            if first.files.get(name) != text
        }
        changed = {name: merged(*texts) for name, texts in sides.items()}
        met = [name for name, texts in sides.items() if meet(*texts, changed[name])]
        files = {**serving, **changed}
        version = msgspec.structs.replace(theirs, files=files)
        await self._deploy(version, who, id=number, **({"met": met} if met else {}))

    async def _deploy(self, version: Version, who: str, **more: Any) -> bool:
        started = await self._service.deploy(version.files, self.flags)
        self.up = started.up
        await self._note(
            "deploy", commit=version.commit, subject=version.subject, who=who, up=started.up,
            log=list(started.log), files=version.files, **more,
        )  # fmt: skip
        return started.up

    async def _note(self, kind: str, **data: Any) -> None:
        event = Happened(self.minute, kind, data)
        self._keep(event)
        self.events.append(event)


def _filled(request: Request, values: dict[str, Any]) -> Request:
    """The request with its values in the places of their names."""
    parts = {
        "path": _put(request.path, values),
        "json": _put(request.json, values),
        "headers": _put(request.headers, values),
    }
    return msgspec.structs.replace(request, **parts)


def _put(part: Any, values: dict[str, Any]) -> Any:
    if isinstance(part, dict):
        return {key: _put(value, values) for key, value in part.items()}
    if isinstance(part, list | tuple):
        return [_put(value, values) for value in part]
    if not isinstance(part, str):
        return part
    for key, value in values.items():
        if part == f"{{{key}}}":
            return value
        part = part.replace(f"{{{key}}}", str(value))
    return part


def _told(
    scenario: Scenario, minute: int, asked: list[tuple[str, Customers, Request, Response]]
) -> dict[str, Any]:
    """A minute as it is noted: figures, who failed, and the service's log."""
    lines: list[str] = []
    for number, (who, kind, request, answer) in enumerate(asked):
        second = 60 * number // max(len(asked), 1)
        lines.append(
            f"{scenario.clock(minute)}:{second:02} {answer.status} {request.method} "
            f"{request.path} {answer.ms} ms, {who}" + (GAVE_UP if answer.ms > kind.patience else "")
        )
        lines += [f"    {line}" for line in answer.log]
    times = sorted(answer.ms for *_, answer in asked)
    failed = [who for who, kind, _, it in asked if not kind.is_served(it.status, it.ms)]
    return {
        "requests": len(asked),
        "failed": failed,
        "errors": sum(answer.status >= 500 for *_, answer in asked),
        "orders": sum(kind.order and kind.is_served(it.status, it.ms) for _, kind, _, it in asked),
        "ms": times[len(times) // 2] if times else 0,
        "slowest": times[-1] if times else 0,
        "log": lines[:_MOST_LINES],
    }


def expect_refs(scenario: Scenario, known: dict[str, Version]) -> None:
    """ContentError where the scenario names a commit that its repository has not."""
    missing = sorted(scenario.refs() - set(known))
    if missing:
        text = f"the repository has no commit, branch or tag {', '.join(missing)}"
        raise ContentError((Problem(scenario.folder / "shift.yaml", None, text),))
