"""The developer's desk in a shift: commands in, words out, for the screen and the plain lines."""

from __future__ import annotations

import os
import shlex
import stat
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from course.atomic_write import write_whole
from course.checking import Checker
from course.errors import WorkspaceError, WrongUse
from course.plural import counted, that_hold
from course.shift import bars, log, shift_folder
from course.shift.clock import Clock
from course.shift.history import Happened, of_kind
from course.shift.mark import Mark
from course.shift.repository import version
from course.shift.scenario import Scenario
from course.shift.score import marks
from course.shift.scored_day import ScoredDay
from course.shift.service import Service
from course.shift.world import Keep, World
from course.signs import RIGHT, WRONG

HELP = """\
inbox        what was written to you
read         the next new message; `read 2` the second
status       the clock, what is deployed, flags, the last minutes
log          the end of the service's log; `log 40` more of it
             `log errors` only trouble; `log save` all, as a file
figures      requests, errors, answers, orders over time
deploy REF   let a commit, a branch or a tag serve
rollback     put back the version that served before
flag NAME VALUE
             set a flag of the service
send NAME    send what you have written: `send review`, `send note`
             (`write note` opens it, in the app)
wait N       let N minutes pass; `next` until something is written
pause, go    stop the clock, let it run (a calm day has none)
tasks        what is on your desk, and where its files are
end          the day is over; `end now` lets the rest of it pass first"""
_MOST_TEXT = 60_000
_UNTIL_NEXT = 30
_WHOLE = 1_000_000  # lines of the log
_LOG_FILE = "service.log"


class ShiftDesk:
    """One shift under way. Use it with `async with`; then `begin` or `resume`."""

    def __init__(self, scenario: Scenario, folder: Path, checker: Checker, keep: Keep) -> None:
        source = scenario.source
        self.scenario = scenario
        self.folder = folder
        self._checker = checker
        self._service = Service(checker, source.app, source.needs)
        self.world = World(scenario, self._service, keep)
        self.clock = Clock(source.pace, calm=True)
        self.marks: list[Mark] = []
        """What the day shows, once it is over."""

    async def __aenter__(self) -> ShiftDesk:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._service.stop()

    @property
    def repository(self) -> Path:
        """Where the learner works."""
        return shift_folder.repository(self.scenario, self.folder)

    async def begin(self, calm: bool) -> None:
        """The day begins, in a folder made anew."""
        shift_folder.prepare(self.scenario, self.folder)
        known = shift_folder.versions(self.scenario, self.folder)
        commits = shift_folder.commits(self.scenario, self.folder)
        await self.world.begin(known, commits, calm)
        self.clock = Clock(self.scenario.source.pace, calm)

    async def resume(self, events: Sequence[Happened]) -> None:
        """Go on with a day."""
        await self.world.resume(events)
        self.clock = Clock(self.scenario.source.pace, bool(events[0].data["calm"]))

    async def catch_up(self) -> bool:
        """Let the minutes pass that the clock says have passed; whether there were any."""
        due = self.clock.due()
        if due:
            await self.world.advance(self.world.minute + due)
        return bool(due)

    # ------------------------------------------------------------ commands

    async def do(self, line: str) -> list[str]:
        """Carry a command out; CourseError where it is none. An empty line reads what is new."""
        try:
            words = shlex.split(line)
        except ValueError:
            words = line.split()
        if not words:
            words = ["read" if len(self.read) < len(self.messages()) else "status"]
        name, *rest = words
        work = self._commands.get(name)
        if work is None:
            raise WrongUse(f"`{name}` is no command here. `help` shows them all.")
        await self.catch_up()
        return await work(self, rest)

    async def _help(self, _: list[str]) -> list[str]:
        return HELP.splitlines()

    async def _inbox(self, _: list[str]) -> list[str]:
        return self.inbox()

    def messages(self) -> list[Happened]:
        """What was written to the learner, oldest first."""
        return of_kind(self.world.events, "message")

    @property
    def read(self) -> set[int]:
        """The numbers of those that were read."""
        return {it.data["number"] for it in of_kind(self.world.events, "read")}

    def inbox(self) -> list[str]:
        """A line for each message."""
        read = self.read
        return [
            f"{number:>2} {' ' if number in read else '*'} {self._time(it.at)}  "
            f"{it.data['sender']}: {it.data['subject']}"
            for number, it in enumerate(self.messages(), 1)
        ]

    async def _read(self, rest: list[str]) -> list[str]:
        messages = self.messages()
        unread = [it for it in range(1, len(messages) + 1) if it not in self.read]
        number = int(rest[0]) if rest and rest[0].isdecimal() else (unread or [len(messages)])[0]
        return await self.message(number)

    async def message(self, number: int) -> list[str]:
        """A message, which is read then."""
        messages = self.messages()
        if not 1 <= number <= len(messages):
            raise WrongUse(f"There are {counted(len(messages), 'message')}; `inbox` lists them.")
        if number not in self.read:
            await self.world.read(number)
        data = messages[number - 1].data
        head = [
            f"From {data['sender']}, {self._time(messages[number - 1].at)}: {data['subject']}",
            "",
        ]
        return [*head, *_paragraphs(data["text"])]

    async def _status(self, _: list[str]) -> list[str]:
        return [*self.status(), "", *self.versions()]

    def versions(self) -> list[str]:
        """What has served today, the newest first."""
        served = of_kind(self.world.events, "deploy")
        return ["served today, the newest first:", *(
            f"  {self._time(it.at)} {it.data['commit'][:7]} {it.data['subject']}, by "
            f"{it.data['who']}{'' if it.data['up'] else ' (did not start)'}"
            for it in reversed(served)
        )]  # fmt: skip

    def status(self) -> list[str]:
        """Where things stand."""
        world, source = self.world, self.scenario.source
        served = of_kind(world.events, "deploy")[-1]
        passed = of_kind(world.events, "minute")[-5:]
        unread = len(self.messages()) - len(self.read)
        lines = [
            f"{self.time} of {self.scenario.clock(source.minutes)}, {self.clock_words}",
            f"deployed: {served.data['commit'][:7]} {served.data['subject']}, by "
            f"{served.data['who']} at {self._time(served.at)}"
            + ("" if world.up else " - IT IS NOT RUNNING"),
        ]
        if world.flags:
            lines.append("flags: " + ", ".join(f"{it} {world.flags[it]}" for it in world.flags))
        if passed:
            failed = sum(len(it.data["failed"]) for it in passed)
            requests = sum(it.data["requests"] for it in passed)
            lines.append(
                f"last {counted(len(passed), 'minute')}: {failed} of "
                f"{counted(requests, 'request')} failed, "
                f"{counted(sum(it.data['orders'] for it in passed), 'order')}"
            )
        lines.append(f"inbox: {counted(unread, 'message')} not read")
        return lines

    @property
    def time(self) -> str:
        """The time of the simulated day."""
        return self._time(self.world.minute)

    @property
    def clock_words(self) -> str:
        """How time passes."""
        if self.world.ended:
            return "the day is over"
        if self.clock.calm:
            return "a calm day: time passes when you say `wait`"
        return "the clock stands still: `go`" if self.clock.paused else "the clock is running"

    def _time(self, minute: int) -> str:
        return self.scenario.clock(minute)

    async def _log(self, rest: list[str]) -> list[str]:
        if rest == ["save"]:
            return self._save_log()
        count = next((int(it) for it in rest if it.isdecimal()), 15)
        return self.log(count, "errors" in rest) or ["Nothing yet."]

    def _save_log(self) -> list[str]:
        """Write all of it where it can be searched and counted in."""
        file, lines = self.folder / _LOG_FILE, self.log(_WHOLE)
        try:
            write_whole(file, "".join(f"{line}\n" for line in lines).encode())
        except OSError as error:
            raise WorkspaceError(f"{file} cannot be written: {error.strerror}.") from error
        return [f"{file}: {counted(len(lines), 'line')}, to search and count in."]

    def log(self, count: int, errors: bool = False) -> list[str]:
        """The last lines of the service's log; with `errors`, requests that went wrong."""
        lines = log.lines(self.world.events, self._time, errors)
        shown = lines[-count:]
        # What belongs to a request is told with it.
        whole = next((at for at, line in enumerate(shown) if not line.startswith(" ")), 0)
        return shown[whole:]

    async def _figures(self, _: list[str]) -> list[str]:
        return bars.lines(self.world.events, 62)

    async def _tasks(self, _: list[str]) -> list[str]:
        return self.tasks()

    def tasks(self) -> list[str]:
        """What is to be done in a day, and where."""
        tests = f"{shlex.quote(sys.executable)} -m pytest"
        lines = [f"The repository: {self.repository}", f"Its tests: {tests}", "Beside it:"]
        sent = {it.data["what"] for it in of_kind(self.world.events, "sent")}
        for name in self.files():
            done = "sent" if name in sent else f"`send {name}` when it is ready"
            lines.append(f"  {self.files()[name].name}: {done}")
        return [*lines, "", "What counts at the end:", *(
            f"- {it.title}" for it in self.scenario.source.counts
        )]  # fmt: skip

    def files(self) -> dict[str, Path]:
        """The files that are sent, by the words they are sent with."""
        names = [one.file for one in self.scenario.reviews()]
        names += [ask.file for _, ask in self.scenario.texts()]
        return {it.partition(".")[0]: self.folder / it for it in names}

    # ------------------------------------------------------------ what changes something

    async def _deploy(self, rest: list[str]) -> list[str]:
        if len(rest) != 1:
            raise WrongUse("`deploy` needs a commit, a branch or a tag: `deploy main`.")
        chosen = version(self.repository, rest[0])
        up = await self.world.deploy(chosen)
        if up:
            return [f"{self.time} {chosen.name} serves now."]
        log = of_kind(self.world.events, "deploy")[-1].data["log"]
        return [f"{self.time} {chosen.name} is deployed and does not start:", *log]

    async def _rollback(self, _: list[str]) -> list[str]:
        put_back = await self.world.rollback()
        return [f"{self.time} Put back: {put_back.name} serves now."]

    async def _flag(self, rest: list[str]) -> list[str]:
        if len(rest) != 2:
            values = ", ".join(self.scenario.source.flag_values)
            raise WrongUse(f"`flag` needs a name and a value, one of {values}.")
        await self.world.set_flag(rest[0], rest[1])
        return [f"{self.time} {rest[0]} is {rest[1]} from now on."]

    async def _send(self, rest: list[str]) -> list[str]:
        files = self.files()
        if len(rest) != 1 or rest[0] not in files:
            raise WrongUse(f"`send` needs one of: {', '.join(files)}.")
        file = files[rest[0]]
        text = _read_text(file)
        await self.world.send(rest[0], text)
        words = f"{self.time} Sent: {file.name}. Sending it again replaces it."
        if text.split() == self._given(file.name).split():
            words += f" Nothing of yours is in it yet: it is as it was given, {file}."
        return [words]

    def _given(self, name: str) -> str:
        """A text that is sent, as it was in the morning."""
        refs = of_kind(self.world.events, "start")[0].data["refs"]
        for one in self.scenario.reviews():
            if one.file == name:
                return shift_folder.reviewed(self.repository, one, refs)
        return next(ask.template for _, ask in self.scenario.texts() if ask.file == name)

    async def _wait(self, rest: list[str]) -> list[str]:
        count = int(rest[0]) if rest and rest[0].isdecimal() else 1
        return await self._pass(count, until_news=False)

    async def _next(self, _: list[str]) -> list[str]:
        return await self._pass(_UNTIL_NEXT, until_news=True)

    async def _pass(self, count: int, until_news: bool) -> list[str]:
        """Let time pass; what was written meanwhile, and where things stand."""
        if self.world.minute >= self.scenario.source.minutes:
            return [f"{self.time} The day's time is over. Send what is left, then `end`."]
        known, began = len(self.messages()), self.world.minute
        while self.world.minute < min(began + count, self.scenario.source.minutes):
            await self.world.advance(self.world.minute + 1)
            if until_news and len(self.messages()) > known:
                break
        news = self.inbox()[known:]
        if until_news and not news:
            passed = counted(self.world.minute - began, "minute")
            news = [f"Nothing was written to you in {passed}."]
        return [*news, "", *self.status()]

    async def _pause(self, _: list[str]) -> list[str]:
        self.clock.pause()
        return [f"{self.time} {self.clock_words}."]

    async def _go(self, _: list[str]) -> list[str]:
        self.clock.go()
        return [f"{self.time} {self.clock_words}."]

    async def _end(self, rest: list[str]) -> list[str]:
        left = self.scenario.source.minutes - self.world.minute
        if left > 0 and rest != ["now"] and not self.world.ended:
            return [
                f"{counted(left, 'minute')} of the day are left, and customers go on to come. "
                "`end now` lets them pass and ends the day; nothing can be done after that."
            ]
        await self.finish()
        return [*self.outcome(), "", *_paragraphs(self.scenario.source.after)]

    async def finish(self) -> list[Mark]:
        """Let what is left of the day pass, end it, and take the marks."""
        commits = frozenset(self.world.events[0].data["commits"])
        if not self.world.ended:
            await self.world.advance(self.scenario.source.minutes)
            await self.world.end()
        evidence = ScoredDay(self.world, self.repository, self._checker, commits)
        self.marks = await marks(evidence)
        return self.marks

    def outcome(self) -> list[str]:
        """The marks as lines."""
        return outcome(self.marks)

    _commands: dict[str, Callable[[ShiftDesk, list[str]], Awaitable[list[str]]]] = {  # noqa: RUF012
        "help": _help, "?": _help, "inbox": _inbox, "read": _read, "status": _status, "log": _log,
        "figures": _figures, "tasks": _tasks, "deploy": _deploy, "rollback": _rollback,
        "flag": _flag, "send": _send, "wait": _wait, "next": _next, "pause": _pause, "go": _go,
        "end": _end,
    }  # fmt: skip


def outcome(day_marks: Sequence[Mark]) -> list[str]:
    """What a day shows: how many things of how many hold, each with its evidence."""
    held = sum(it.holds for it in day_marks)
    lines = [f"{that_hold(held, len(day_marks)).capitalize()}. Each with its evidence:", ""]
    for one in day_marks:
        lines += [f"{RIGHT if one.holds else WRONG} {one.title}", f"  {one.words}"]
    return lines


def _paragraphs(text: str) -> list[str]:
    """Each paragraph as one line, with an empty line between."""
    parts = [" ".join(it.split()) for it in text.strip().split("\n\n")]
    return [line for it in parts for line in (it, "")][:-1]


def _read_text(file: Path) -> str:
    try:
        with open(os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):  # a pipe would never end
                raise WorkspaceError(f"{file} is no file with text in it. Move it away.")
            text = stream.read(_MOST_TEXT + 1).decode("utf-8", "replace")
    except OSError as error:
        raise WorkspaceError(f"{file} cannot be read: {error.strerror}.") from error
    if len(text) > _MOST_TEXT:
        raise WorkspaceError(f"{file} is too long to be sent.")
    return text.replace("\r\n", "\n")
