"""A warm verdict against `python -m pytest` and `python -c pass`, and checks a second per core.

Run it as `python -m benchmarks.check_latency`. Every round times, one after the other, a warm
sandboxed check, a cold `python -m pytest` on the same files and a bare `python -c pass`, so that
whatever else the machine does weighs on all of them; figures are medians over the rounds. Then
many submissions of a plain exercise are checked side by side. Targets: DESIGN.md, section 12.
"""

from __future__ import annotations

import asyncio
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.machine import machine
from course.catalogue import read_exercise
from course.checking import Checker
from course.model import Exercise, Verdict

ROOT = Path(__file__).resolve().parent.parent
PLAIN = "functions/find_sku"
FRAMEWORKS = ("web-and-flask/photo_albums", "django/first_view", "fastapi/track_parcel")
ROUNDS = 21
FRAMEWORK_ROUNDS = 9
MANY = 300
TARGETS = {"pytest": 0.07, "pass": 1.0, "framework": 0.09, "a second per core": 25}


def seconds_of_command(arguments: list[str], folder: Path | str = ".") -> float:
    """The wall time of one Python process."""
    started = time.perf_counter()
    subprocess.run([sys.executable, *arguments], cwd=folder, capture_output=True, check=True)
    return time.perf_counter() - started


def seconds_of_pytest(exercise: Exercise) -> float:
    """`python -m pytest` on the reference solution, as a learner would run it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copyfile(exercise.solution_path, folder / f"{exercise.module_name}.py")
        for file in (*exercise.test_files, *exercise.data_files):
            place = folder / file.relative_to(exercise.folder)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, place)
        return seconds_of_command(["-m", "pytest", "-q"], folder)


async def seconds_of_check(checker: Checker, exercise: Exercise, source: str) -> float:
    """One check that has to pass, with a worker waiting for it as while somebody types."""
    await asyncio.sleep(0.4)
    started = time.perf_counter()
    report = await checker.check(exercise, source)
    took = time.perf_counter() - started
    assert report.verdict is Verdict.PASSED, report
    return took


async def compare(checker: Checker, name: str, rounds: int, failing: bool = False) -> None:
    """Interleaved rounds for one exercise; prints medians and ratios."""
    exercise = read_exercise(ROOT / "exercises" / name)
    source = exercise.solution_path.read_text(encoding="utf-8")
    checker.warm(exercise.source.needs)
    for _ in range(3):
        await seconds_of_check(checker, exercise, source)
    checks, wrong, pytests, bares = [], [], [], []
    for _ in range(rounds):
        checks.append(await seconds_of_check(checker, exercise, source))
        pytests.append(seconds_of_pytest(exercise))
        bares.append(seconds_of_command(["-c", "pass"]))
        if failing:
            await asyncio.sleep(0.4)
            started = time.perf_counter()
            await checker.check(exercise, exercise.starter)
            wrong.append(time.perf_counter() - started)
    check, cold, bare = (statistics.median(times) for times in (checks, pytests, bares))
    print(f"{name}")
    print(f"  warm verdict           {check * 1000:7.1f} ms")
    if wrong:
        print(f"  the same, failing      {statistics.median(wrong) * 1000:7.1f} ms")
    print(f"  python -m pytest       {cold * 1000:7.1f} ms")
    print(f"  python -c pass         {bare * 1000:7.1f} ms")
    target = TARGETS["framework" if exercise.source.needs else "pytest"]
    print(f"  against pytest         {check / cold:7.3f}     target {target}")
    if not exercise.source.needs:
        print(f"  against a bare Python  {check / bare:7.2f}     target {TARGETS['pass']}")


async def throughput(checker: Checker) -> None:
    """Many submissions of one exercise side by side."""
    exercise = read_exercise(ROOT / "exercises" / PLAIN)
    source = exercise.solution_path.read_text(encoding="utf-8")
    started = time.perf_counter()
    reports = await asyncio.gather(
        *(
            checker.check(exercise, f"{source}\n# {number}\n", independent=True)
            for number in range(MANY)
        )
    )
    took = time.perf_counter() - started
    assert all(report.passed for report in reports)
    rate = MANY / took
    print(f"{MANY} checks side by side")
    print(f"  a second               {rate:7.1f}")
    each = rate / checker.size
    print(f"  a second per core      {each:7.1f}     target {TARGETS['a second per core']}")


async def main() -> None:
    """All comparisons."""
    print(machine())
    async with Checker() as checker:
        await compare(checker, PLAIN, ROUNDS, failing=True)
        for name in FRAMEWORKS:
            if (ROOT / "exercises" / name).is_dir():
                await compare(checker, name, FRAMEWORK_ROUNDS)
        await throughput(checker)


if __name__ == "__main__":
    asyncio.run(main())
