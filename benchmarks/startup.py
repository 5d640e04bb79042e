"""How soon the first screen can be used, what it costs in memory, and what idling costs.

    python -m benchmarks.startup [--rounds 9]

Each start is a process of its own in a pseudo-terminal of 120x40; the time runs from the start
of the process to the last of the first screen's words arriving at the terminal. The course and
its peer (`bare_app.py`) take turns, so that both meet the same load. Needs Linux or macOS.
"""

from __future__ import annotations

import argparse
import os
import pty
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from dataclasses import dataclass
from fcntl import ioctl
from pathlib import Path

from benchmarks.generated import generate
from benchmarks.machine import machine

SMALL, LARGE = 200, 10_000
TARGET_START, TARGET_GROWTH, TARGET_MEMORY, TARGET_IDLE = 1.25, 1.1, 1.2, 1.0
_PATIENCE = 60.0
_IDLE_SECONDS = 10.0


@dataclass(frozen=True)
class Contender:
    """A program to start and the words that its first screen ends with."""

    name: str
    arguments: tuple[str, ...]
    words: tuple[bytes, ...]
    environment: tuple[tuple[str, str], ...] = ()


class Started:
    """A program in a pseudo-terminal, from its start to its end."""

    def __init__(self, contender: Contender) -> None:
        parent, child = pty.openpty()
        ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self._terminal = parent
        self._contender = contender
        environment = {**os.environ, "TERM": "xterm-256color", **dict(contender.environment)}
        environment.pop("NO_COLOR", None)
        self._began = time.perf_counter()
        self._process = subprocess.Popen(
            [sys.executable, *contender.arguments],
            stdin=child,
            stdout=child,
            stderr=child,
            env=environment,
            start_new_session=True,
        )
        os.close(child)
        self.pid = self._process.pid

    def until_usable(self) -> float:
        """Seconds until every word of the first screen was drawn."""
        seen = b""
        while not all(word in seen for word in self._contender.words):
            waited = time.perf_counter() - self._began
            if waited > _PATIENCE or self._process.poll() is not None:
                raise RuntimeError(f"{self._contender.name} did not start:\n{seen[-2000:]!r}")
            seen += self._read(1.0)
        return time.perf_counter() - self._began

    def settle(self, seconds: float) -> None:
        """Take what it writes for a while, as a terminal would."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self._read(left)

    def memory(self) -> int:
        """Its resident memory in KiB."""
        return int(_ps(self.pid, "rss"))

    def processor_seconds(self) -> float:
        """The processor time it has used."""
        stat = Path(f"/proc/{self.pid}/stat")
        if stat.exists():
            fields = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
            return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        minutes, _, seconds = _ps(self.pid, "time").rpartition(":")
        return float(seconds) + 60 * float(minutes or 0)

    def end(self) -> None:
        """Stop it and everything it started."""
        os.killpg(self.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._terminal)

    def _read(self, timeout: float) -> bytes:
        ready, _, _ = select.select([self._terminal], [], [], timeout)
        try:
            return os.read(self._terminal, 1 << 16) if ready else b""
        except OSError:
            return b""


def _ps(pid: int, field: str) -> str:
    return subprocess.run(
        ["ps", "-o", f"{field}=", "-p", str(pid)], capture_output=True, text=True, check=True
    ).stdout.strip()


def course_of(exercises: int, root: Path) -> Contender:
    """The course with that many generated exercises, its index already made."""
    content, home = root / f"content{exercises}", root / f"home{exercises}"
    generate(content, exercises)
    environment = (("COURSE_CONTENT", str(content)), ("COURSE_HOME", str(home)))
    return Contender(
        f"course, {exercises:,} exercises",
        ("-m", "course"),
        (b"Start here", b"Quit"),
        environment,
    )


def measure(contenders: list[Contender], rounds: int) -> dict[str, list[float]]:
    """Seconds to the first usable screen, `rounds` times each, taking turns."""
    seconds: dict[str, list[float]] = {contender.name: [] for contender in contenders}
    for turn in range(rounds + 1):
        for contender in contenders:
            program = Started(contender)
            try:
                taken = program.until_usable()
            finally:
                program.end()
            if turn:  # the first turn makes the index and the bytecode
                seconds[contender.name].append(taken)
    return seconds


def measure_idle(contender: Contender) -> tuple[int, float]:
    """Resident KiB after the first screen, and the percentage of a core used while idle."""
    program = Started(contender)
    try:
        program.until_usable()
        program.settle(3.0)
        memory, before = program.memory(), program.processor_seconds()
        program.settle(_IDLE_SECONDS)
        used = program.processor_seconds() - before
    finally:
        program.end()
    return memory, 100 * used / _IDLE_SECONDS


def main() -> None:
    """Measure and print; nothing is judged by its exit status."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    print(machine())
    bare_file = str(Path(__file__).with_name("bare_app.py"))
    bare = Contender("bare Textual app", (bare_file,), (b"bare app is here", b"Quit"))
    with tempfile.TemporaryDirectory() as folder:
        small, large = (course_of(size, Path(folder)) for size in (SMALL, LARGE))
        seconds = measure([bare, small, large], rounds)
        idle = {it.name: measure_idle(it) for it in (bare, small, large)}
    for name, taken in seconds.items():
        middle, low, high = (1000 * it for it in (statistics.median(taken), min(taken), max(taken)))
        print(f"{name:26} first screen {middle:6.0f} ms ({low:.0f} to {high:.0f})")
    for name, (memory, percent) in idle.items():
        print(f"{name:26} memory {memory / 1024:6.1f} MiB, idle {percent:.2f} % of a core")
    against = f"{LARGE:,} exercises against {SMALL}"
    start = ratio(seconds[small.name], seconds[bare.name])
    growth = ratio(seconds[large.name], seconds[small.name])
    report("first screen, against the bare app", start, TARGET_START)
    report(f"first screen, {against}", growth, TARGET_GROWTH)
    report(f"memory, {against}", idle[large.name][0] / idle[small.name][0], TARGET_MEMORY)
    report("idle, percent of a core", idle[large.name][1], TARGET_IDLE)


def ratio(ours: list[float], theirs: list[float]) -> float:
    """The median of the ratios turn by turn: what loads the machine loads both of a turn."""
    return statistics.median(one / other for one, other in zip(ours, theirs, strict=True))


def report(what: str, found: float, target: float) -> None:
    """One line: the figure, its target, whether it holds."""
    verdict = "holds" if found <= target else "DOES NOT HOLD"
    print(f"{what:46} {found:5.2f}  (at most {target:g}: {verdict})")


if __name__ == "__main__":
    main()
