"""What is asked: a command of a few, a question until a line can be its answer, yes or no."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from course.plain.prose import unbroken
from course.plain.talk import Interrupted, Left, Talk

if TYPE_CHECKING:
    from course.model import Question

Commands = Mapping[str, str]
"""What can be typed, "" for Enter alone, each with what it does."""

NEXT, BACK, MENU, LEAVE, HELP, LOOK_UP, CHECK = "", "b", "m", "q", "?", "d", "k"
LATER, STOP = "later", "stop"
KEYS = {
    "n": (NEXT,),
    "p": (BACK,),
    "f1": (HELP,),
    "f2": ("h",),
    "f3": ("t",),
    "f4": ("c",),
    "f5": (CHECK, NEXT),
    "later": ("n",),
    "stop": (MENU,),
    "done": (CHECK, NEXT),
}
"""Keys of the app, as texts of the course name them, and what does the same here."""

GUIDE = """\
One letter and Enter is a command; the line above your answer names those that do something here.
Enter alone does what is named first; `n` is the next step, too. `b` goes back, `m` goes to the
menu, `q` leaves the course; everything is kept as you do it.

`d split` looks up what `split` is, wherever a command is asked for. Ctrl+C stops what is running;
when nothing runs, it goes back to the menu.

The lessons name keys of the course's screens. Typing the key's name does the same here: `F5` runs
or checks, `F2` gives a hint, `F3` goes step by step, `F4` compares your solution.

Where you type what a program prints, one letter is still a command. To answer with such a letter,
put a space in front of it."""


class PlainCommand(str):
    """A command in the place of an answer."""

    __slots__ = ()


class Asking:
    """Asks through a talk. `look_up` says in Markdown what a name of Python is, or nothing."""

    def __init__(self, talk: Talk, look_up: Callable[[str], str] = lambda _: "") -> None:
        self.talk = talk
        self._look_up = look_up

    async def command(self, commands: Commands) -> str:
        """One of the commands. `Left` at `q` and at the end of the input."""
        while True:
            line = await self._line(in_words(commands), commands)
            command = as_command(line, commands)
            if command is not None:
                return self._leaving(command)
            if not self._is_served(line):
                is_code = "w" in commands and ("(" in line or len(line.split()) > 1)
                more = "`?` tells what can be typed."
                if is_code:
                    more = "Type `w` first, then your program."
                self.talk.say(f"`{line.strip()}` does nothing here. {more}")

    async def number(self, last: int, what: str, commands: Commands) -> int | str:
        """A number from 1 to `last` that chooses `what`, or one of the commands."""
        while True:
            line = await self._line(f"Number: {what}, {in_words(commands)}", commands)
            if line.strip().isdecimal() and 1 <= int(line) <= last:
                return int(line)
            command = as_command(line, commands)
            if command is not None:
                return self._leaving(command)
            if not self._is_served(line):
                self.talk.say(f"Type a number from 1 to {last}, or one of the letters.")

    async def answer(
        self,
        question: Question,
        seed: str,
        commands: Commands,
        files: Mapping[str, str] | None = None,
    ) -> Any:
        """Ask a question; its answer, or a `Command`.

        Those of its lesson's `files` that its code uses are shown before it.
        """
        how = self.show(question, seed, files)
        return await self.answer_again(question, seed, commands, how)

    def show(self, question: Question, seed: str, files: Mapping[str, str] | None = None) -> str:
        """Say a question; returns how it is answered."""
        from course.catalogue.beside import beside
        from course.learner.questions.table import kind_of

        for name, text in beside(question.program, files or {}).items():
            self.talk.say(f"The file {name}:\n")
            self.talk.exactly(text)
            self.talk.say()
        (asked, *lines), how = kind_of(question).shown(question, seed)
        self.talk.prose(asked)
        for line in lines:
            if len(line) <= self.talk.width or line.startswith("    "):
                self.talk.exactly(line.replace("\n", "\n     "), 0)
            else:
                self.talk.say(" ".join(line.split("\n")), hanging=" " * 5)
        return how

    async def answer_again(
        self, question: Question, seed: str, commands: Commands, how: str
    ) -> Any:
        """An answer to a question that was shown, or a `Command`."""
        from course.learner.questions.table import kind_of

        kind = kind_of(question)
        is_typed = kind.is_typed(question)
        while True:
            line = await self._line(f"{how} ({in_words(commands)})", commands)
            command = line.strip() if is_typed else as_command(line, commands)
            if command in commands and not (is_typed and line.startswith(" ")):
                return PlainCommand(self._leaving(str(command)))
            if line.strip() == HELP:
                self.talk.prose(GUIDE)
                continue
            answer = kind.read(question, line.strip() if is_typed else line, seed)
            if answer is not None:
                return answer
            if not line.strip():
                self.talk.say("There is no answer in an empty line.")
            elif is_typed or not self._is_served(line):
                self.talk.say(f"`{line.strip()}` cannot be an answer here.")

    async def text(self, what: str, commands: Commands) -> str:
        """A line that is not empty, or one of the commands."""
        while True:
            line = await self._line(f"{what} ({in_words(commands)})", commands)
            command = as_command(line, commands)
            if command is not None:
                return self._leaving(command)
            if line.strip() and not self._is_served(line):
                return line.strip()

    async def confirm(self, words: str) -> bool:
        """Whether the learner says yes; Enter alone is no."""
        self.talk.say(words)
        return await self.command({"": "no", "y": "yes"}) == "y"

    async def _line(self, prompt: str, commands: Commands) -> str:
        """A line; Ctrl+C is the way to the menu, or out where there is none."""
        try:
            return await self.talk.ask(prompt)
        except Interrupted:
            for way_out in (MENU, STOP):
                if way_out in commands:
                    return way_out
            raise Left from None

    def _leaving(self, command: str) -> str:
        if command == LEAVE:
            raise Left
        return command

    def _is_served(self, line: str) -> bool:
        """Whether a line asks for help or for the meaning of a name."""
        word, _, name = line.strip().partition(" ")
        if word.casefold() in (HELP, "f1"):
            self.talk.prose(GUIDE)
        elif word.casefold() in (LOOK_UP, "f9") and name.strip():
            entry = self._look_up(name.strip())
            self.talk.prose(entry or f"The reference has nothing called {name.strip()}.")
        else:
            return False
        return True


def as_command(line: str, commands: Commands) -> str | None:
    """The command that a line is, however it is written."""
    word = line.strip().casefold()
    for meant in (word, *KEYS.get(word, ())):
        if meant in commands:
            return meant
    return None


def in_words(commands: Commands) -> str:
    """`Enter: next, b: back`."""
    return ", ".join(unbroken(f"{word or 'Enter'}: {does}") for word, does in commands.items())
