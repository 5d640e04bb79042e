"""From a key until it is on the screen: the course's editor against a bare TextArea.

    python -m benchmarks.typing [--keys 400]

Both run in a pseudo-terminal of 120x40 of their own and are typed into in turns, so that both meet
the same load: the exercise screen with the live check, marks and completion as they come, and an
app with nothing but Textual's own code editor on the same text. The time runs from the key until
the character arrives at the terminal. Needs Linux or macOS.
"""

from __future__ import annotations

import argparse
import os
import pty
import re
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from contextlib import suppress
from fcntl import ioctl
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import TextArea

from benchmarks.machine import machine

TARGET = 1.2
EXERCISE = "functions/find_sku"
READY = "ready_to_type"
MORE = "\n\n" + "def more(items):\n    return [item for item in items]\n\n\n" * 15
WORDS = "vowel wax query boxer jazz zebra kayak yellow vortex quick\r"
_ESCAPES = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[^\[]")
_PATIENCE = 30.0
_BETWEEN = 0.06  # seconds from what one key has set off to the next
_PAUSE_EVERY = 25  # keys: then the live check runs, and is still running at the next key


class Bare(App[None]):
    """Textual's own code editor, coloured as ours is."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """The editor and nothing else."""
        from course.ui.widgets.code import python_grammar

        yield TextArea.code_editor(self._text, language=python_grammar())

    def on_mount(self) -> None:
        """To the end of the text."""
        area = self.query_one(TextArea)
        area.focus()
        area.move_cursor(area.document.end)


def run_bare() -> None:
    """The peer, in this process."""
    from course.catalogue import read_exercise
    from course.locations import find

    exercise = read_exercise(find().content / "exercises" / EXERCISE)
    Bare(exercise.starter + MORE + f"\n# {READY}\n").run()


def run_course() -> None:
    """The course at an exercise, in this process."""
    from course import ui
    from course.learner.session import Session
    from course.locations import find
    from course.ui.app import CourseApp

    locations = find()
    session = Session.open(locations)
    session.choose_path(session.catalogue.paths[0].id)
    exercise = session.catalogue.exercise(EXERCISE)
    session.save(exercise, exercise.starter + MORE + f"\n# {READY}\n")

    class Opened(CourseApp):
        CSS_PATH = Path(ui.__file__).with_name("app.tcss")

        def ready(self) -> None:
            super().ready()
            self.open_exercise(EXERCISE)
            self.set_timer(3, self.begin)

        def begin(self) -> None:
            editor = self.screen.editor  # type: ignore[attr-defined]
            editor.focus()
            editor.move_cursor(editor.document.end)

    Opened(locations, session).run()


class Typist:
    """A program in a pseudo-terminal, and how long its keys take."""

    def __init__(self, name: str, home: str) -> None:
        self._terminal, child = pty.openpty()
        ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self.seconds: list[float] = []
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.typing", name],
            stdin=child,
            stdout=child,
            stderr=child,
            env={**os.environ, "TERM": "xterm-256color", "COURSE_HOME": home},
            start_new_session=True,
        )
        os.close(child)
        self._until(READY.encode())
        self._pass(4)  # it is never quiet: the cursor blinks

    def _read(self, timeout: float) -> bytes:
        ready, _, _ = select.select([self._terminal], [], [], timeout)
        with suppress(OSError):  # the program has ended
            return os.read(self._terminal, 1 << 16) if ready else b""
        return b""

    def _until(self, words: bytes) -> None:
        seen, until = b"", time.monotonic() + _PATIENCE
        while words not in _ESCAPES.sub(b"", seen):
            if time.monotonic() > until:
                raise TimeoutError(f"{words!r} did not come")
            seen += self._read(0.5)

    def _pass(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self._read(left)

    def type(self, character: str) -> None:
        """One key, and the time until it has arrived."""
        while self._read(0):
            pass
        began = time.perf_counter()
        os.write(self._terminal, character.encode())
        if character in " \r":
            self._read(_PATIENCE)
        else:
            self._until(character.encode())
            self.seconds.append(time.perf_counter() - began)

    def close(self) -> None:
        """End it."""
        os.killpg(self._process.pid, signal.SIGTERM)
        until = time.monotonic() + 5
        while self._process.poll() is None and time.monotonic() < until:
            self._read(0.1)
        self._process.kill()
        self._process.wait()
        os.close(self._terminal)

    def told(self, name: str) -> float:
        """Print the middle and the end of what was measured; the end, as p95."""
        ordered = sorted(self.seconds)
        late = ordered[int(len(ordered) * 0.95)]
        middle = statistics.median(ordered)
        print(f"{name:<22} p50 {middle * 1000:6.1f} ms   p95 {late * 1000:6.1f} ms")
        return late


def measure(keys: int) -> None:
    """Type into both in turns, and print the ratio."""
    with tempfile.TemporaryDirectory() as home:
        ours, bare = Typist("course", home), Typist("bare", home)
        try:
            for number in range(keys):
                for typist in (ours, bare):
                    typist.type(WORDS[number % len(WORDS)])
                time.sleep(0.7 if number % _PAUSE_EVERY == _PAUSE_EVERY - 1 else _BETWEEN)
        finally:
            ours.close()
            bare.close()
    print(machine())
    ratio = ours.told("the course's editor") / bare.told("a bare TextArea")
    print(f"p95: {ratio:.2f} times a bare TextArea; the target is at most {TARGET}")


def main() -> None:
    """Measure; with a name, be one of the two."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("role", nargs="?", choices=["course", "bare"])
    parser.add_argument("--keys", type=int, default=400)
    chosen = parser.parse_args()
    if chosen.role:
        (run_course if chosen.role == "course" else run_bare)()
    else:
        measure(chosen.keys)


if __name__ == "__main__":
    main()
