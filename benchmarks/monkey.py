"""A monkey at the keyboard of the real app: random keys, pastes, mouse and sizes, by a seed.

    python -m benchmarks.monkey --minutes 30 --size 80x24 --seed 7

It begins with nothing in `COURSE_HOME`, presses mostly what the last line of the screen offers,
and fails where the app ends by itself, does not answer any more or writes into its log. What it
pressed last is printed then; the same seed presses the same again, as far as the app shows the
same.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
import tempfile
import time
from collections import deque
from pathlib import Path

import pexpect
import pyte

KEYS = {
    "Enter": "\r",
    "Esc": "\x1b",
    "Tab": "\t",
    "Space": " ",
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
}
OFTEN = ("Enter", "Enter", "Esc", "Esc", "Tab", "↑", "↓", "←", "→", "PgDn", "Home", "End", "F5")
TYPED = "abcdefghijklmnoprstuvwxyz0123456789 ()[]:='\"#_/?\t"  # a `q` at Home is the wish to leave
PASTES = (
    "def double(n):\n    return n * 2\n",
    "print('é ü 漢字 🙂')\n" * 40,
    "while True: pass",
    "x = input('Name? ')\nprint(1 / 0)\n",
    "\u202e\u200b'''",
)
SIZES = ((80, 24), (120, 40), (40, 12), (60, 20), (30, 8), (200, 60))
ANSWERS = 120.0
"""Seconds in which an app on the busiest machine answers the key that leaves."""


class Fallen(Exception):  # noqa: N818 - it reads as what happened
    """The app ended by itself, hangs, or wrote into its log."""


class Monkey:
    """One walk: `home` is an empty folder, `size` columns and rows."""

    def __init__(self, seed: int, home: Path, size: tuple[int, int]) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - a walk, no secret
        self.seed = seed
        self.home = home
        self.size = self.window = size
        self.pressed = 0
        self.last: deque[str] = deque(maxlen=40)
        self.start()

    def start(self) -> None:
        """Open the app."""
        environment = {k: v for k, v in os.environ.items() if k not in ("EDITOR", "VISUAL")}
        environment |= {"COURSE_HOME": str(self.home), "TERM": "xterm-256color"}
        columns, rows = self.window = self.size
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.app = pexpect.spawn(
            sys.executable,
            ["-m", "course"],
            env=environment,
            dimensions=(rows, columns),
            timeout=None,
        )
        deadline = time.monotonic() + ANSWERS
        while not self.footer().strip():
            if time.monotonic() > deadline or not self.read(0.5):
                raise Fallen(f"it does not open\n{self.told()}")

    def read(self, quiet: float = 0.03) -> bool:
        """Take what the app draws until it is quiet for a moment; False where it has ended."""
        while True:
            try:
                self.stream.feed(self.app.read_nonblocking(65_536, timeout=quiet))
            except pexpect.TIMEOUT:
                return True
            except pexpect.EOF:
                self.app.close()
                return False
            except (IndexError, TypeError, AssertionError):
                pass  # pyte does not know every sequence

    def footer(self) -> str:
        """The last line of the screen."""
        return self.screen.display[-1]

    def told(self) -> str:
        """What can be read on the screen, and the log."""
        logs = [self.home / "data" / "errors.log"]
        written = "".join(log.read_text(encoding="utf-8") for log in logs if log.exists())
        shown = "\n".join(line.rstrip() for line in self.screen.display if line.strip())
        return f"seed {self.seed}, {self.pressed} keys, last {list(self.last)}\n{shown}\n{written}"

    def offered(self) -> list[str]:
        """The keys that the last line names."""
        words = re.findall(
            r"(?:Ctrl|Shift)\+\S+|F\d+|[A-Z][a-z]+|[↑↓←→]|(?<!\S)\S(?!\S)", self.footer()
        )
        return [word for word in words if word in KEYS or len(word) == 1 or "Ctrl+" in word]

    def sequence(self, name: str) -> str:
        """What a terminal sends for a key."""
        if name in KEYS:
            return KEYS[name]
        if name.startswith("Ctrl+"):
            letter = name[5:].lower()
            return chr(ord(letter) & 31) if len(letter) == 1 and letter.isalpha() else ""
        return name

    def move(self) -> None:
        """Do one thing."""
        way = self.chance.random()
        offered = self.offered()
        if way < 0.55 and offered:
            name = self.chance.choice(offered)
        elif way < 0.8:
            name = self.chance.choice(OFTEN)
        elif way < 0.9:
            name = self.chance.choice(TYPED)
        elif way < 0.93:
            name = "paste"
        elif way < 0.98:
            name = "mouse"
        else:
            name = "size"
        if name not in ("q", "Ctrl+q", "Ctrl+Q", "Ctrl+z"):
            self.press(name)

    def press(self, name: str) -> None:
        """Send one thing to the app. It reads a bare Esc only when nothing follows at once."""
        self.pressed += 1
        columns, rows = self.window
        if name == "paste":
            name = self.chance.choice(PASTES)
            self.app.send(f"\x1b[200~{name}\x1b[201~")
        elif name == "mouse":
            button = self.chance.choice((0, 0, 0, 2, 64, 65))
            x, y = self.chance.randint(1, columns), self.chance.randint(1, rows)
            to_x, to_y = (x, y) if self.chance.random() < 0.7 else (1 + x // 2, 1 + y // 2)
            self.app.send(f"\x1b[<{button};{x};{y}M\x1b[<{button};{to_x};{to_y}m")
            name = f"mouse {button} {x},{y} {to_x},{to_y}"
        elif name == "size":
            columns, rows = self.window = self.chance.choice((*SIZES, self.size, self.size))
            self.screen.resize(rows, columns)
            self.app.setwinsize(rows, columns)
            name = f"size {columns}x{rows}"
        else:
            self.app.send(self.sequence(name))
        self.last.append(name)
        hurry = self.chance.random() < 0.3 and name != "Esc"
        if not hurry and not self.read(0.16 if name == "Esc" else 0.03):
            self.ended()

    def ended(self) -> None:
        """It has closed: as the learner wishes where they chose Quit, else it has fallen."""
        if self.app.exitstatus != 0:
            raise Fallen(f"it ended ({self.app.exitstatus})\n{self.told()}")
        self.start()

    def walk(self, keys: int = 0, minutes: float = 0) -> None:
        """Press so many keys, or go on for so long; then leave as a learner does."""
        deadline = time.monotonic() + minutes * 60
        while self.pressed < keys or time.monotonic() < deadline:
            self.move()
            if (self.home / "data" / "errors.log").exists():
                raise Fallen(f"it wrote into its log\n{self.told()}")
        self.leave()

    def leave(self) -> None:
        """Ask the app to close; it has to answer."""
        self.app.send("\x11")
        deadline = time.monotonic() + ANSWERS
        while self.read(0.5):
            if time.monotonic() > deadline:
                raise Fallen(f"it does not answer\n{self.told()}")
        if self.app.exitstatus != 0 or (self.home / "data" / "errors.log").exists():
            raise Fallen(f"it ended ({self.app.exitstatus})\n{self.told()}")


def main() -> None:
    """Walk as the command line says; the status is 1 where the app has fallen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=0)
    parser.add_argument("--keys", type=int, default=0)
    parser.add_argument("--size", default="80x24")
    chosen = parser.parse_args()
    columns, rows = (int(part) for part in chosen.size.split("x"))
    with tempfile.TemporaryDirectory() as home:
        monkey = Monkey(chosen.seed, Path(home), (columns, rows))
        try:
            monkey.walk(chosen.keys, chosen.minutes)
        except Fallen as fallen:
            sys.exit(f"monkey: {fallen}")
        finally:
            monkey.app.close(force=True)
    print(f"seed {chosen.seed}, {chosen.size}: {monkey.pressed} keys, and it stands")


if __name__ == "__main__":
    main()
