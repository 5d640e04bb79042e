"""A monkey at the keyboard of the real app: keys, pastes, mouse and sizes at random, by a seed.

    python -m benchmarks.monkey --minutes 30 --size 80x24 --seed 7
    python -m benchmarks.monkey --keys 600 --used --start "Split the bill"

It presses mostly what the last line of the screen offers and sometimes does what a learner does:
passes the exercise at hand, goes somewhere by the search, types a line, pulls the plug and starts
again. It fails where the app ends by itself, does not answer any more or writes into its log, and
says what it pressed last; the same seed presses the same again, as far as the app shows the same.
Every so many keys (`--turn`) it goes to another place, so that each has its turn, and at the end
it says which screens keys never came to.
(`MishapDialog` tells a mishap, and then it has fallen.)

`--used` begins with the home of somebody who has learnt for a week and whose disk was full once,
`--start` at what the search finds for these words, and stays about there. With `--folder` it is
another checkout of the course that is tried.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib
import os
import pkgutil
import random
import re
import signal
import sys
import tempfile
import time
from collections import deque
from collections.abc import Sequence
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from benchmarks.real_app import ANSWERS, Fallen, RealApp

ROOT = Path(__file__).resolve().parent.parent
KEYS = {
    "Enter": "\r",
    "Esc": "\x1b[27u",  # a bare one is an Esc only when nothing follows for a while
    "Tab": "\t",
    "Space": " ",
    "Backspace": "\x7f",
    "Home": "\x1b[H",
    "End": "\x1b[F",
    "PgUp": "\x1b[5~",
    "PgDn": "\x1b[6~",
    "Del": "\x1b[3~",
    "↑": "\x1b[A",
    "↓": "\x1b[B",
    "→": "\x1b[C",
    "←": "\x1b[D",
    "F1": "\x1bOP",
    "F2": "\x1bOQ",
    "F3": "\x1bOR",
    "F4": "\x1bOS",
    **{f"F{number}": f"\x1b[{code}~" for number, code in enumerate((15, 17, 18, 19, 20, 21), 5)},
    "Shift+Tab": "\x1b[Z",
    "Shift+↑": "\x1b[1;2A",
    "Shift+↓": "\x1b[1;2B",
    "Ctrl+End": "\x1b[1;5F",
}
OFTEN = ("Enter", "Enter", "Esc", "Esc", "Tab", "↑", "↓", "←", "→", "PgDn", "Home", "End", "F5")
TYPED = "abcdefghijklmnoprstuvwxyz0123456789 ()[]:='\"#_/?\t"
LINES = ("def f(x):", "return x", "print(f(2))", "for n in range(3):", "import time", "1 / 0")
PASTES = (
    "def double(n):\n    return n * 2\n",
    "print('é ü 漢字 🙂')\n" * 40,
    "while True: pass",
    "x = input('Name? ')\nprint(1 / 0)\n",
    "\u202e\u200b'''",
    "\x00\x07\x08\x0b\x1b[2J\x1b]0;title\x07\x9b31m\x7f\r\n\r\tprint(1)",
    "total = total + 1  # and so on\n" * 4000,
    "x" * 60_000,
)
SIZES = ((80, 24), (120, 40), (40, 12), (60, 20), (30, 8), (20, 5), (200, 60))
EDITORS = ("", "true", "false", "there-is-no-such-editor", "vim 'x")
COMMANDS = (
    "Progress", "Playground", "Skills", "Settings", "Placement", "Learning path", "Report",
    "Look up", "Exam", "A working day", "Help", "Continue",
)  # fmt: skip
SHIFT = ("read", "write note", "status", "log", "wait 20", "deploy", "end")
"""Lines that are typed in a working day."""
TURN = 45
"""Keys after which it goes to the next place."""
KIND = re.compile(r"^kind: *(\w+)", re.MULTILINE)
TITLE = re.compile(r"^title: *(.*)$", re.MULTILINE)
SOLVE, WAIT = "(solve)", "(wait)"
"""Among the keys that lead on from a place: pass the exercise; let what was started end."""
LEAVES = ("q", "Ctrl+q", "Ctrl+Q", "Ctrl+z", "Ctrl+Z")
"""The wish to leave, and to stop: they end a walk and not the app."""


class Place(NamedTuple):
    """What the search finds first for `words`, and the keys that lead on from there."""

    words: str
    keys: tuple[str, ...] = ()


class Monkey:
    """One walk. `home` is the COURSE_HOME, `size` columns and rows, `folder` the course's."""

    def __init__(
        self,
        seed: int,
        home: Path,
        size: tuple[int, int],
        start: str = "",
        folder: Path = ROOT,
        turn: int = TURN,
    ) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - a walk, no secret
        self.seed = seed
        self.home = home
        self.size = size
        self.begins_at = start
        self.folder = folder
        self.pressed = 0
        self.last: deque[str] = deque(maxlen=60)
        self.known: deque[str] = deque(maxlen=20)
        self.editor = self.chance.choice(EDITORS)
        self.turns: list[Place] = []
        self.keys_a_turn = self.turn_at = turn
        self.app: RealApp

    def open(self) -> None:
        """Open the app, and go to where the walk begins."""
        command = [sys.executable, "-m", "course"]
        self.app = RealApp(command, self.folder, self.home, self.size, self.editor)
        deadline = time.monotonic() + ANSWERS
        while not self.app.lines[-1].strip():
            if not self.app.settle():
                raise Fallen(f"it ended ({self.app.status}) before it was open")
            if time.monotonic() > deadline:
                raise Fallen("it does not open")
        if self.begins_at:
            self.press("Esc")  # what a first start asks
            self.go(self.begins_at)

    # ------------------------------------------------------------ what it sees

    @cached_property
    def solutions(self) -> dict[str, str]:
        """The author's solution of each exercise, by the exercise's title."""
        found = {}
        for file in sorted(self.folder.glob("exercises/*/*/exercise.yaml")):
            title = TITLE.search(file.read_text(encoding="utf-8"))
            solution = file.parent / "solution.py"
            if title and solution.is_file():
                found[title[1].strip("\"' ")] = solution.read_text(encoding="utf-8")
        return found

    @cached_property
    def lessons(self) -> tuple[str, ...]:
        """The titles of the lessons."""
        return tuple(self.texts)

    @cached_property
    def texts(self) -> dict[str, str]:
        """What stands in the file of each lesson, by its title."""
        found = {}
        for file in sorted(self.folder.glob("lessons/*/*.yaml")):
            text = file.read_text(encoding="utf-8")
            if title := TITLE.search(text):
                found[title[1].strip("\"' ")] = text
        return found

    def at_hand(self) -> str | None:
        """The solution of the exercise whose title is at the top of the screen."""
        top = self.app.lines[0].strip()
        titles = (title for title in self.solutions if top.startswith(title))
        return self.solutions.get(max(titles, key=len, default=""))

    def offered(self) -> list[str]:
        """The keys that the last line names."""
        words = re.findall(
            r"(?:Ctrl|Shift)\+\S+|F\d+|[A-Z][a-z]+|[↑↓←→]|(?<!\S)\S(?!\S)", self.app.lines[-1]
        )
        return [word for word in words if word in KEYS or len(word) == 1 or "Ctrl+" in word]

    @cached_property
    def kinds(self) -> dict[str, list[str]]:
        """The titles of the exercises of each kind."""
        found: dict[str, list[str]] = {}
        for file in sorted(self.folder.glob("exercises/*/*/exercise.yaml")):
            text = file.read_text(encoding="utf-8")
            if (title := TITLE.search(text)) and (kind := KIND.search(text)):
                found.setdefault(kind[1], []).append(title[1].strip("\"' "))
        return found

    def places(self) -> list[Place]:
        """Every place that has its turn, in an order of chance."""
        found = [Place(words) for words in COMMANDS]
        found += [Place(self.chance.choice(titles), ("2",)) for titles in self.kinds.values()]
        found += [Place(self.chance.choice(self.kinds["review"]), ("2", "↓", "Enter", "Enter"))]
        write = self.kinds["write"]
        found += [Place(self.chance.choice(write), ("2", *["F2", WAIT, "Enter", WAIT] * 7))]
        found += [Place(self.chance.choice(write), ("2", SOLVE, WAIT, "F4"))]
        found += [
            Place(self.chance.choice(write), ("2", "F5", WAIT, "F3", WAIT, key)) for key in "wf"
        ]
        found += [Place(self.chance.choice(self.lessons), ("m", "a")) for _ in range(2)]
        found += [Place(self.chance.choice(self.lessons), ("n", "n", "F3")) for _ in range(2)]
        with_files = [title for title, text in self.texts.items() if "\nfiles:\n" in text]
        found += [
            Place(self.chance.choice(with_files), (*["n"] * number, "F4")) for number in (1, 2)
        ]
        found += [Place("Learning path", (*["↓"] * number, "Enter")) for number in range(3)]
        found += [Place("A working day", ("Enter",)), Place("Exam", ("Enter",))]
        begin = ("End", "Enter", WAIT)
        found += [Place("A working day", (*begin, it, "Enter")) for it in SHIFT]
        found += [Place("Playground", keys) for keys in (("F5", "F2"), ("Ctrl+L",))]
        found += [Place("Home", (key,)) for key in "rrp"]
        found += [Place("Placement", ("Enter",))]
        self.chance.shuffle(found)
        return found

    @property
    def reached(self) -> set[str]:
        """The screens that keys have come to."""
        file = self.home / "data" / "debug.log"
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        return set(re.findall(r" place: (\w+)$", text, re.MULTILINE))

    @property
    def log(self) -> str:
        """What the app has written down of what it did not expect."""
        file = self.home / "data" / "errors.log"
        return file.read_text(encoding="utf-8") if file.exists() else ""

    def told(self) -> str:
        """What can be read on the screen, and the log."""
        shown = "\n".join(line for line in self.app.lines if line)
        return (
            f"seed {self.seed}, {self.pressed} keys, EDITOR={self.editor!r}, "
            f"last {list(self.last)}\n{shown}\n{self.log}"
        )

    # ------------------------------------------------------------ what it does

    def move(self) -> None:
        """Do one thing."""
        if not self.begins_at and self.pressed >= self.turn_at:
            self.turn()
            return
        way = self.chance.random()
        offered = [name for name in self.offered() if name not in LEAVES]
        self.known.extend(name for name in offered if name not in self.known)
        if way < 0.05 and (solution := self.at_hand()):
            self.solve(solution)
            if self.chance.random() < 0.5:
                self.hurry()
        elif way < 0.52 and offered:
            self.press(self.chance.choice(offered))
        elif way < 0.58:
            self.hurry()
        elif way < 0.78:
            self.press(self.chance.choice(OFTEN))
        elif way < 0.86:
            self.press(self.chance.choice(TYPED))
        elif way < 0.88:
            somewhere = self.chance.choice((COMMANDS, self.lessons, tuple(self.solutions)))
            self.go(self.chance.choice(somewhere))
        elif way < 0.90:
            self.write(self.chance.choice(LINES) + "\r")
        elif way < 0.93:
            self.paste(self.chance.choice(PASTES))
        elif way < 0.977:
            self.click()
        elif way < 0.98:
            self.pull_the_plug()
        else:
            self.resize(*self.chance.choice((*SIZES, self.size, self.size)))

    def press(self, name: str, wait: bool = True) -> None:
        """Press a key, by the name that the screen gives it."""
        if name.startswith("Ctrl+") and name not in KEYS:
            letter = name[5:].lower()
            keys = chr(ord(letter) & 31) if len(letter) == 1 and letter.isalpha() else ""
        else:
            keys = KEYS.get(name, name)
        self.write(keys, name, wait)

    def write(self, text: str, name: str = "", wait: bool = True) -> None:
        """Send something and wait for what it does."""
        self.pressed += 1
        self.last.append(name or text[:40])
        self.app.send(text)
        if wait and not self.app.settle():
            self.ended()

    def hurry(self) -> None:
        """Leave, and press at once what was offered there: people know the keys by then."""
        for name in ("Esc", *(self.chance.choice([*self.known, "Enter"]) for _ in range(3))):
            self.press(name, wait=False)
        self.write("", "(wait)")

    def paste(self, text: str) -> None:
        """Paste something."""
        self.write(f"\x1b[200~{text}\x1b[201~", f"paste {text[:20]!r} of {len(text)}")

    def solve(self, solution: str) -> None:
        """Put the author's solution in the place of what is in the editor, and check it."""
        self.press("F7")
        self.paste(solution)
        self.press("F5")

    def go(self, words: str) -> None:
        """Go somewhere by the search: to what it finds first."""
        self.press("Ctrl+p")
        self.write(words)
        self.press("Enter")

    def turn(self) -> None:
        """Go to the next place."""
        self.turns = self.turns or self.places()
        place = self.turns.pop()
        self.press("Esc")
        self.go(place.words)
        for name in place.keys:
            if name == WAIT:
                self.app.settle(children=4_000)
            elif name != SOLVE:
                self.press(name)
            elif solution := self.at_hand():
                self.solve(solution)
        self.turn_at = self.pressed + self.keys_a_turn

    def pull_the_plug(self) -> None:
        """The machine goes off, or the terminal is closed; then it is opened again."""
        if self.chance.random() < 0.5:
            self.app.process.kill(signal.SIGKILL)
        self.app.kill()
        self.last.append("(plug pulled)")
        start, self.begins_at = self.begins_at, ""
        self.open()
        self.begins_at = start

    def click(self) -> None:
        """Click, scroll or drag somewhere."""
        columns, rows = self.app.size
        button = self.chance.choice((0, 0, 0, 2, 64, 65))
        x, y = self.chance.randint(1, columns), self.chance.randint(1, rows)
        to_x, to_y = (x, y) if self.chance.random() < 0.7 else (1 + x // 2, 1 + y // 2)
        mouse = f"\x1b[<{button};{x};{y}M\x1b[<{button};{to_x};{to_y}m"
        self.write(mouse, f"mouse {button} {x},{y} {to_x},{to_y}")

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self.app.resize(columns, rows)
        self.write("", f"size {columns}x{rows}")

    # ------------------------------------------------------------ how it goes

    def ended(self) -> None:
        """It has closed: as the learner wishes where they chose Quit, else it has fallen."""
        if self.app.status != 0 or self.log:
            raise Fallen(f"it ended ({self.app.status})")
        self.last.append("(quit, and opened again)")
        self.open()

    def walk(
        self, keys: int = 0, minutes: float = 0, sizes: Sequence[tuple[int, int]] = ()
    ) -> None:
        """Press so many keys, or go on for so long; then leave as a learner does.

        With `sizes` each of them is the window's for its share of the keys.
        """
        deadline = time.monotonic() + minutes * 60
        waiting = deque(sizes)
        try:
            self.open()
            while self.pressed < keys or time.monotonic() < deadline:
                if waiting and self.pressed >= keys * (1 - len(waiting) / len(sizes)):
                    self.size = waiting.popleft()
                    self.resize(*self.size)
                self.move()
                if self.log:
                    raise Fallen("it wrote into its log")
            self.leave()
        except Fallen as fallen:
            raise Fallen(f"{fallen}\n{self.told()}") from None
        finally:
            self.app.kill()

    def leave(self) -> None:
        """Ask the app to close; it has to answer."""
        self.app.send("\x11")
        self.app.until_over()
        if self.app.status != 0 or self.log:
            raise Fallen(f"it ended ({self.app.status})")


def screens() -> set[str]:
    """The names of all screens and dialogs that the app shows."""
    from textual.screen import Screen

    from course.ui import palette, screens
    from course.ui.screens.base import CourseScreen

    for module in pkgutil.iter_modules(screens.__path__, f"{screens.__name__}."):
        importlib.import_module(module.name)
    waiting, found = [Screen], set()
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        is_ours = kind.__module__.startswith((screens.__name__, palette.__name__))
        shows = getattr(kind, "compose_place", None) is not CourseScreen.compose_place
        if is_ours and shows:
            found.add(kind.__name__)
    return found


async def learn(home: Path) -> None:
    """Make `home` that of a learner of a week: lessons seen, questions answered, checks run."""
    from course import locations
    from course.learner.session import Session
    from course.learner.store import utc_now
    from course.learner.unsaved import Unsaved

    os.environ["COURSE_HOME"] = str(home)
    session = Session.open(locations.find(), clock=lambda: utc_now() - timedelta(days=7))
    async with session:
        session.choose_path(session.catalogue.paths[0].id)
        for lesson in list(session.catalogue.lessons)[:6]:
            for step in range(len(session.catalogue.lesson_entry(lesson).steps)):
                session.visit(lesson, step)
            session.note(lesson, "What I want to remember.\n")
        for ident in list(session.catalogue.exercises)[:4]:
            exercise = session.catalogue.exercise(ident)
            session.take_hint(exercise)
            for source in (exercise.starter, (exercise.folder / "solution.py").read_text("utf-8")):
                session.save(exercise, source)
                await session.submit(exercise, source)
        for place in ("exercise:gone/away", "playground", "nowhere"):
            text = Unsaved(place=place, title=place, file="", text="x = 1\n", base="", why="Full.")
            session.unsaved.keep(text)


def main() -> None:
    """Walk as the command line says; the status is 1 where the app has fallen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=0)
    parser.add_argument("--keys", type=int, default=0)
    parser.add_argument("--size", default="80x24")
    parser.add_argument("--start", default="")
    parser.add_argument("--turn", type=int, default=TURN)
    parser.add_argument("--used", action="store_true")
    parser.add_argument("--folder", type=Path, default=ROOT)
    chosen = parser.parse_args()
    columns, rows = (int(part) for part in chosen.size.split("x"))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        if chosen.used:
            asyncio.run(learn(Path(home)))
        monkey = Monkey(
            chosen.seed, Path(home), (columns, rows), chosen.start, chosen.folder, chosen.turn
        )
        try:
            monkey.walk(chosen.keys, chosen.minutes)
        except Fallen as fallen:
            sys.exit(f"monkey: {fallen}")
        missed = ", ".join(sorted(screens() - monkey.reached)) or "none"
    print(f"seed {chosen.seed}, {chosen.size}: {monkey.pressed} keys, and it stands")
    print(f"screens that no key came to: {missed}")


if __name__ == "__main__":
    main()
