"""The exam as plain lines: a question or an exercise after the other, and the result."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from course.errors import CourseError
from course.learner.exam import EXERCISES, MINUTES, QUESTIONS, Exam, Task
from course.plain.asking import LATER, LEAVE, MENU, NEXT, STOP, PlainCommand
from course.plain.exercise import ExercisePlace
from course.plain.talk import Left
from course.plural import counted

if TYPE_CHECKING:
    from course.plain.desk import Desk

WELCOME = f"""\
{MINUTES} minutes, about {QUESTIONS} questions and {EXERCISES} short exercises on what you have
reached, each one new to you. There are no hints, and nothing is said of an answer until the end;
a check of your code says what came and what should, not why. The clock stands while you are away.
When the time is up you may still finish the task at hand."""
_COMMANDS = {LATER: "leave it out", STOP: "end the exam", LEAVE: "leave, and go on later"}


async def hold_exam(desk: Desk) -> None:
    """Say what it is, hold it, tell the result. `Left` leaves it to go on with later."""
    talk = desk.talk
    talk.heading("Exam")
    talk.say(" ".join(WELCOME.split()))
    exam = Exam.open(desk.session, time.monotonic)
    if exam.went:
        talk.say(f"You go on with task {exam.number + 1}; {_left(exam)}.")
    if await desk.asking.command({NEXT: "begin", MENU: "menu", LEAVE: "leave"}) != NEXT:
        exam.pause()
        return
    try:
        while (task := exam.task) is not None and not exam.time_is_up:
            command = await _work_at(desk, exam, task)
            if command == MENU:
                exam.pause()
                return
            if command == STOP:
                break
    except Left:
        exam.pause()
        raise
    finally:
        desk.session.without_hints = frozenset()
    if exam.time_is_up:
        talk.say("The time is up. That is all; here is what you have shown.")
    talk.heading("Result")
    talk.say(exam.conclude().told)


async def _work_at(desk: Desk, exam: Exam, task: Task) -> str | None:
    """Have a task worked at; the command typed instead of an answer."""
    desk.talk.heading(f"Task {exam.number + 1} of {len(exam.tasks)}, {_left(exam)}")
    try:
        if task.kind == "exercise":
            desk.session.without_hints |= {task.ident}
            command = await ExercisePlace(desk, task.ident, again=True, hints=False).work_at()
            if command != MENU:
                exam.leave_out()
            return command if command == MENU else None
        question, seed = exam.question(task), f"{exam.round}/{exam.number}"
        answer = await desk.asking.answer(question, seed, _COMMANDS, exam.lesson(task).files)
        if isinstance(answer, PlainCommand):
            if answer == LATER:
                exam.leave_out()
            return str(answer)
        await desk.talk.wait(exam.answer(task, answer))
        desk.talk.say("Noted.")
    except CourseError as error:  # what cannot be opened is told and left out
        desk.talk.say(str(error))
        exam.leave_out()
    return None


def _left(exam: Exam) -> str:
    return f"{counted(exam.minutes_left, 'minute')} left"
