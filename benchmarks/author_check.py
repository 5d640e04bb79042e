"""`course author check` of the whole course against one `python -m pytest` for each of its checks.

Run it as `python -m benchmarks.author_check`. The gate runs once without its cache; before, between
and after, plain pytest is timed on solutions of the course, one process at a time and as many at a
time as there are cores. The target is at most 1/6 of the same number of pytest runs, one after the
other, and that the gate gains from cores. The processor time of the whole gate is told as well:
2 cores have 240 seconds each.

With `--edits` only an author's round is timed: `course author check ID` of a plain exercise and of
one of each framework, when nothing has changed (at most 0.7 s) and after its solution, a mistake
and a test file were edited (at most 1.5 s).
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.machine import machine
from course import locations
from course.authoring import gatekeeper
from course.authoring.gate.content import read_content
from course.model import Exercise

TARGET = 1 / 6
PYTEST_RUNS = 12
EDITED_ONES = (
    "loops-and-collections/retry_delays",
    "web-and-flask/photo_albums",
    "django/first_view",
    "fastapi/track_parcel",
)
UNCHANGED, EDITED = 0.7, 1.5
ROUNDS = 5


def seconds_of_pytest(exercise: Exercise) -> float:
    """One `python -m pytest` on the solution of an exercise, as a learner would run it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copyfile(exercise.solution_path, folder / f"{exercise.module_name}.py")
        for file in exercise.test_files:
            shutil.copyfile(file, folder / file.name)
        started = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
            cwd=folder,
            capture_output=True,
            check=True,
        )
        return time.perf_counter() - started


def edits(name: str) -> None:
    """Print how long an author waits for one exercise, in a copy of the course."""
    place = locations.find()
    with tempfile.TemporaryDirectory() as temporary:
        root, home = Path(temporary, "course"), Path(temporary, "home")
        for folder in (place.lessons, place.exercises):
            shutil.copytree(folder, root / folder.name)
        folder = root / "exercises" / name
        environment = {**os.environ, "COURSE_CONTENT": str(root), "COURSE_HOME": str(home)}

        def seconds() -> float:
            command = [sys.executable, "-m", "course", "author", "check", name]
            started = time.perf_counter()
            subprocess.run(command, env=environment, capture_output=True, check=True)
            return time.perf_counter() - started

        print(name)
        print(f"the first time              {seconds():5.2f} s")
        files = [None, folder / "solution.py", min(folder.glob("mistakes/*.py")),
                 min(folder.glob("test_*.py"))]  # fmt: skip
        for file in files:
            times = []
            for number in range(ROUNDS):
                if file is not None:
                    text = file.read_text(encoding="utf-8")
                    more = f'def _edit():\n    """Round {number}."""\n'
                    file.write_text(f"{text}\n\n{more}", encoding="utf-8")
                times.append(seconds())
                if file is not None:
                    file.write_text(text, encoding="utf-8")
            most = EDITED if file else UNCHANGED
            took = statistics.median(times)
            what = f"after an edit of {file.name}" if file else "nothing has changed"
            verdict = "met" if took <= most else "missed"
            print(f"{what:40} {took:5.2f} s, at most {most}: {verdict}")


def main() -> None:
    """Print the counts, both times and their ratio."""
    place = locations.find()
    exercises = [
        one
        for one in read_content(place).exercises.values()
        if one.source.kind in ("write", "fix") and not one.data_files
    ]
    chosen = exercises[:: max(1, len(exercises) // PYTEST_RUNS)][:PYTEST_RUNS]
    half = len(chosen) // 2
    times = [seconds_of_pytest(one) for one in chosen[:half]]
    started = time.perf_counter()
    findings = gatekeeper.run(locations=place, fresh=True)
    gate = time.perf_counter() - started
    spent = sum(os.times()[:4])
    times += [seconds_of_pytest(one) for one in chosen[half:]]
    each = statistics.median(times)
    peer = each * findings.checks
    print(machine())
    print(f"{findings.lessons} lessons, {findings.exercises} exercises, {findings.checks} checks")
    rate = findings.checks / gate
    print(f"course author check --fresh      {gate:8.1f} s  ({rate:.0f} checks/s)")
    print(f"processor time of it             {spent:8.1f} s, target 420 s")
    print(f"python -m pytest, one a check    {peer:8.1f} s  ({each * 1000:.0f} ms each)")
    verdict = "met" if gate <= peer * TARGET else "missed"
    print(f"ratio {gate / peer:.3f}, target {TARGET:.3f}: {verdict}")


if __name__ == "__main__":
    if "--edits" in sys.argv:
        print(machine())
        for one in EDITED_ONES:
            edits(one)
    else:
        main()
