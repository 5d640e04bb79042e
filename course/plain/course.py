"""The plain course from its menu: where to go on, what is due, every lesson, how it goes."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from course.errors import CourseError
from course.learner import own_word
from course.learner.on_path import on_path
from course.learner.session import Session
from course.plain.asking import LEAVE, MENU, NEXT
from course.plain.desk import Desk
from course.plain.exam import hold_exam
from course.plain.exercise import ExercisePlace
from course.plain.lesson import LessonPlace
from course.plain.paths import choose_path
from course.plain.placement import offer_placement
from course.plain.playground import play
from course.plain.progress import lines_of_progress
from course.plain.review import ReviewPlace
from course.plain.settings import settings
from course.plain.shift import offer_shifts
from course.plain.skills import lines_of_skills
from course.plain.talk import Interrupted, Left, Talk
from course.plain.tracing import step_through, tell_all
from course.plural import counted
from course.signs import DONE, SKIPPED

if TYPE_CHECKING:
    from course.locations import Locations
    from course.model import ModuleEntry
    from course.tracing.trace import Trace

_GREETING = (
    "This is the course as plain lines. Where it waits for you, the last line names what you can "
    "type; Enter alone does what is named first. `?` explains more. The lessons speak of keys such "
    "as F5, and of a screen; typing the key's name, F5, does the same here."
)


def run(place: Locations, first: str = "") -> None:
    """The whole course on standard input and output; `first` is a place to open at."""
    asyncio.run(_run(place, first))


_OPENED, _MOST = ("lesson", "exercise"), 12
"""What can be opened of what a search finds, and how much of it is said."""


async def _run(place: Locations, first: str) -> None:
    async with Session.open(place) as session:
        talk = Talk()
        with talk.listening():
            try:
                await PlainCourse(Desk(session, talk)).attend(first)
            except Left:
                talk.say()


def run_recorded(place: Locations, trace: Trace) -> None:
    """A recording, told step by step; all of it where nobody can say how to go on."""
    asyncio.run(_run_recorded(place, trace))


async def _run_recorded(place: Locations, trace: Trace) -> None:
    async with Session.open(place, reading=True) as session:
        talk = Talk()
        if not talk.is_terminal:
            tell_all(talk, trace)
            return
        with talk.listening(), suppress(Left):
            await step_through(Desk(session, talk), trace)


class PlainCourse:
    """Goes from place to place as the learner says, until they leave."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._session = desk.session
        self._talk = desk.talk
        self._told = 0

    async def attend(self, first: str = "") -> None:
        """Greet, then show the menu again and again. `Left` ends it."""
        session, talk = self._session, self._talk
        session.catalogue.refresh()
        talk.heading(session.catalogue.title)
        talk.say(_GREETING)
        self._tell_notices()
        session.tidy()
        if first == "assess":
            await self._go("a")
        elif first == "exam":
            await self._go("x")
        elif first == "shift":
            await self._go("w")
        elif (
            not session.path() and not session.progress().days and len(session.catalogue.paths) > 1
        ):
            await self._go("c")
        while True:
            command = await self._menu()
            await self._go(command)

    def _tell_notices(self) -> None:
        for notice in self._session.notices[self._told :]:
            self._talk.say(notice)
        self._told = len(self._session.notices)

    async def _menu(self) -> str:
        """Say where the learner is; what they want."""
        session, talk = self._session, self._talk
        self._tell_notices()
        here = session.here()
        lesson = session.catalogue.lesson_entry(here.lesson)
        due = session.due()
        talk.heading("Menu")
        began = session.progress().begun
        verb = "Go on with" if here.lesson in began else "Begin with"
        talk.say(f"{verb}: {lesson.title}, step {here.step + 1} of {len(lesson.steps)}")
        if due:
            minutes = counted(sum(item.minutes for item in due), "minute")
            talk.say(f"{counted(len(due), 'card is', 'cards are')} due for review, {minutes}.")
        commands = {NEXT: "go on"}
        if due:
            commands["r"] = "review"
        commands |= {"l": "all lessons", "p": "progress", "s": "skills", "g": "playground"}
        if len(session.catalogue.paths) > 1:
            commands["c"] = "choose a path"
        commands |= {"a": "placement", "x": "exam", "w": "a working day", "f": "find"}
        commands |= {"o": "settings", "?": "help", LEAVE: "leave"}
        return await self._desk.asking.command(commands)

    async def _go(self, command: str) -> None:
        """Go where a command leads; what stands in the way is told."""
        try:
            await self._open(command)
        except CourseError as error:
            self._talk.say(str(error))

    async def _open(self, command: str) -> None:
        if command == NEXT:
            here = self._session.here()
            await self._lessons_from(here.lesson, here.step)
        elif command == "r":
            await ReviewPlace(self._desk, self._session.due()).hold()
        elif command == "l":
            await self._choose_lesson()
        elif command in ("p", "s"):
            lines_of = lines_of_progress if command == "p" else lines_of_skills
            for line in lines_of(self._session):
                self._talk.say(line, hanging=" " * 6)
        elif command == "g":
            await play(self._desk)
        elif command == "o":
            await settings(self._desk)
        elif command == "a" or (command == "c" and await choose_path(self._desk)):
            await offer_placement(self._desk)
        elif command == "x":
            await hold_exam(self._desk)
        elif command == "w":
            await offer_shifts(self._desk)
        elif command == "f":
            await self._find()

    async def _lessons_from(
        self, ident: str, step: int | None = None, looking_up: bool = False
    ) -> None:
        """One lesson after the other, until the learner goes to the menu."""
        following: str | None = ident
        while following is not None:
            place = LessonPlace(self._desk, following, step, looking_up)
            following, looking_up = await place.work_through(), False
            step = 0 if following is not None else None

    async def _find(self) -> None:
        """Words, what is found by them, and the lesson or exercise that is chosen."""
        talk, session, asking = self._talk, self._session, self._desk.asking
        try:
            words = await talk.ask("Words, or the id of a lesson or an exercise:")
        except Interrupted:
            return
        hits = [it for it in session.catalogue.search(words, 50) if it.kind in _OPENED][:_MOST]
        if not hits:
            talk.say(f"No lesson and no exercise has all of `{words.strip()}`.")
            return
        for number, hit in enumerate(hits, 1):
            talk.say(f"{number:>3}  {hit.title}: {hit.kind}, {hit.id}")
        away = {MENU: "menu", LEAVE: "leave"}
        chosen = await asking.number(len(hits), "what to open", away)
        if not isinstance(chosen, int):
            return
        hit = hits[chosen - 1]
        if hit.kind == "exercise":
            await ExercisePlace(self._desk, hit.id).work_at()
        else:
            await self._lessons_from(hit.id, looking_up=True)

    async def _choose_lesson(self) -> None:
        """A module by its number, then a lesson of it."""
        talk, session, asking = self._talk, self._session, self._desk.asking
        state, modules = on_path(session), session.modules()
        talk.heading("All lessons")
        for number, module in enumerate(state.modules, 1):
            skipped = f"  {SKIPPED} skipped" if module.id in state.skipped else ""
            talk.say(f"{number:>3}  {module.title}: {module.done} of {module.total} done{skipped}")
        away = {MENU: "menu", LEAVE: "leave"}
        chosen = await asking.number(len(modules), "the module", away)
        if not isinstance(chosen, int):
            return
        module_entry = modules[chosen - 1]
        done = session.progress().lessons_done
        talk.heading(module_entry.title)
        if module_entry.id in state.skipped:
            talk.say("It is skipped.")
        for number, lesson in enumerate(module_entry.lessons, 1):
            sign = f"  {DONE} done" if lesson.id in done else ""
            minutes = counted(lesson.minutes, "minute")
            talk.say(f"{number:>3}  {lesson.title}, {minutes}{sign}")
        turned = "put it back" if module_entry.id in state.skipped else "I know this module"
        away = {"i": turned, "t": "test out by code", **away}
        chosen = await asking.number(len(module_entry.lessons), "the lesson", away)
        if isinstance(chosen, int):
            await self._lessons_from(module_entry.lessons[chosen - 1].id)
        elif chosen == "i":
            talk.say(own_word.turn(session, module_entry.id))
        elif chosen == "t":
            await self._test_out(module_entry)

    async def _test_out(self, module: ModuleEntry) -> None:
        """One short exercise that shows that a module is known."""
        exercise = own_word.begin_test(self._session, module.id)
        self._talk.say(own_word.told_of_test(exercise, module.title))
        await ExercisePlace(self._desk, exercise.id).work_at()
        if module.id in self._session.skipped():
            self._talk.say(f"{module.title} is skipped.")
