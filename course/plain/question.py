"""A question asked, answered, marked and told about; of whatever kind it is."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any

from course.learner.questions.table import kind_of
from course.plain.asking import Commands, PlainCommand
from course.plain.programs import say_program
from course.signs import RIGHT, WRONG

if TYPE_CHECKING:
    from course.learner.questions import Marked
    from course.model import Lesson, Question
    from course.plain.desk import Desk

Mark = Callable[[Any], Coroutine[Any, Any, "Marked"]]


async def ask_until_right(
    desk: Desk, question: Question, seed: str, lesson: Lesson, mark: Mark, commands: Commands
) -> str | None:
    """Ask, and again after a wrong answer. None when it is right, else the command typed."""
    kind = kind_of(question)
    how = desk.asking.show(question, seed, lesson.files)
    tries = 0
    while True:
        answer = await desk.asking.answer_again(question, seed, commands, how)
        if isinstance(answer, PlainCommand):
            return answer
        marked = await desk.doing(partial(mark, answer))
        if marked is None:
            continue
        tries += 1
        words = kind.verdict(question, answer, marked)
        if not marked.correct and tries > 1:
            words = f"Try {tries}: {words}"
        say_marked(desk, question, marked, words, kind.told(marked))
        if marked.correct:
            return None


def say_marked(desk: Desk, question: Question, marked: Marked, words: str, told: str) -> None:
    """What a program of the answer did, the verdict, and why."""
    talk = desk.talk
    title = kind_of(question).shows
    if marked.program is not None and title:
        says_it = getattr(question, "output", "") is not None
        say_program(talk, marked.program, title, also_nothing=says_it)
    talk.say(f"{RIGHT if marked.correct else WRONG} {words}")
    if told:
        talk.say()
        talk.prose(told)
