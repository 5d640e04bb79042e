"""Checks replace, accompany and leave one another alone."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import pytest

from course.checking import Checker
from course.checking.checker import _TRIES_IN_TIME as TRIES
from course.checking.checker import _prepared
from course.checking.launch import Needs, new_slot
from course.errors import SandboxError
from course.model import DEFAULT_TIMEOUT, TestResult, Verdict
from course.worker import sandbox
from tests.checking.door import Door, exercise_named
from tests.checking.processes import GOOD, LOOP, started_since, supervisors, wait_until_gone
from tests.checking.scripted_worker import Part, ScriptedWorker

pytestmark = pytest.mark.skipif(not sandbox.LINUX, reason="reads /proc")


def test_closing_leaves_nothing(own_tmp: Path) -> None:
    before = supervisors()
    door = Door()
    assert door.check("clamp", GOOD).passed
    assert door.check("clamp", LOOP).verdict is Verdict.TIMEOUT
    mine = started_since(before)
    assert len(mine) >= 2  # the supervisor and a template at least
    door.close()
    wait_until_gone(mine, own_tmp)


def test_a_check_replaces_the_one_before(door: Door) -> None:
    exercise = exercise_named("clamp")

    async def two() -> None:
        first = asyncio.create_task(door.checker.check(exercise, LOOP))
        await asyncio.sleep(0.05)
        second = await door.checker.check(exercise, GOOD)
        assert second.passed
        assert first.done()
        with pytest.raises(asyncio.CancelledError):
            await first

    assert door.check(exercise, GOOD).passed
    door.run_async(two())


def test_independent_checks_run_side_by_side(door: Door) -> None:
    exercise = exercise_named("clamp")

    async def many() -> list[Verdict]:
        checks = (
            door.checker.check(exercise, source, independent=True)
            for source in (GOOD, "def clamp(a, b, c): return a", GOOD, GOOD, "x", GOOD)
        )
        return [report.verdict for report in await asyncio.gather(*checks)]

    assert door.run_async(many()) == [
        Verdict.PASSED,
        Verdict.FAILED,
        Verdict.PASSED,
        Verdict.PASSED,
        Verdict.ERROR,
        Verdict.PASSED,
    ]


def test_a_cancelled_check_ends_its_worker(own_door: Door) -> None:
    exercise = exercise_named("clamp")

    async def cancel() -> None:
        task = asyncio.create_task(own_door.checker.check(exercise, LOOP))
        await asyncio.sleep(0.3)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert (await own_door.checker.check(exercise, GOOD)).passed

    own_door.run_async(cancel())


def test_the_same_text_in_another_folder_is_another_exercise(tmp_path: Path, door: Door) -> None:
    import shutil

    from course.catalogue import read_exercise
    from tests.checking.door import EXERCISES

    folder = tmp_path / "clamp"
    shutil.copytree(EXERCISES / "clamp", folder)
    assert door.check(read_exercise(folder), GOOD).passed
    tests = folder / "test_clamp.py"
    tests.write_text(
        tests.read_text("utf-8") + "\n\ndef test_more():\n    assert clamp(1, 1, 1) == 2\n"
    )
    report = door.check(read_exercise(folder), GOOD)
    assert report.verdict is Verdict.FAILED
    assert len(report.tests) == 6


def test_a_checker_that_was_never_used_closes() -> None:
    async def nothing() -> None:
        async with Checker():
            pass
        await Checker().aclose()

    asyncio.run(nothing())


# ---------------------------------------------------------------- without a process

CLAMP = exercise_named("clamp")
IDS = [f"{CLAMP.test_files[0].name}::test_{name}" for name in "ab"]
COLLECTED: Part = [{"t": "collected", "ids": IDS, "printed": ""}, {"t": "end"}]
NOTHING: Part = [{"t": "end"}]
WHY = "It would not be safe here."
Script = Part | Callable[[], ScriptedWorker]


class ScriptedPool:
    """A pool of workers that say what a test wrote down, each once."""

    size = 1

    def __init__(self, folder: Path, *scripts: Script) -> None:
        self.workers: list[ScriptedWorker] = []
        for number, script in enumerate(scripts):
            worker = script() if callable(script) else ScriptedWorker(script)
            worker.slot = new_slot(folder, number)
            self.workers.append(worker)
        self._left = list(self.workers)
        self.taken: list[Needs] = []
        self.warmed: list[Needs] = []

    async def take(self, needs: Needs) -> ScriptedWorker:
        self.taken.append(needs)
        return self._left.pop(0)

    def release(self, worker: ScriptedWorker) -> None:
        worker.release()

    def warm(self, needs: Needs) -> None:
        self.warmed.append(needs)

    async def close(self) -> None:
        assert [worker.released for worker in self.workers] == [1] * len(self.workers)


T = TypeVar("T")


def with_workers(
    folder: Path, ask: Callable[[Checker], Awaitable[T]], *scripts: Script, **more: Any
) -> tuple[T, ScriptedPool]:
    async def work() -> tuple[T, ScriptedPool]:
        checker = Checker(**more)
        checker._pool = pool = ScriptedPool(folder, *scripts)  # type: ignore[assignment]
        async with asyncio.timeout(60):
            answer = await ask(checker)
            await checker.aclose()
        return answer, pool

    return asyncio.run(work())


def refusing() -> ScriptedWorker:
    worker = ScriptedWorker(NOTHING)
    worker.refused = WHY
    return worker


def lost() -> ScriptedWorker:
    worker = ScriptedWorker()
    worker.lost = True
    return worker


def job_of(worker: ScriptedWorker) -> dict[str, Any]:
    """What a worker was given, without what is another in each run."""
    return {
        name: value
        for name, value in worker.job.items()
        if name not in ("v", "nonce", "canaries", "tests")
    }


PLAIN = {
    "module": "clamp",
    "compiled": {},
    "may_peek": False,
    "code": None,
    "written_out": False,
    "about": [],
    "given": [],
    "look_for_equality": False,
    "seconds": CLAMP.source.timeout,
}


def test_a_check_asks_for_the_tests_and_then_runs_them(tmp_path: Path) -> None:
    report, pool = with_workers(
        tmp_path, lambda checker: checker.check(CLAMP, GOOD), COLLECTED, NOTHING
    )
    assert report.verdict is Verdict.FAILED
    assert [test.id for test in report.tests] == ["test_a", "test_b"]
    asked, ran = pool.workers
    assert job_of(asked) == {**PLAIN, "task": "collect", "probes": []}
    assert job_of(ran) == {**PLAIN, "task": "tests", "probes": list(CLAMP.source.probes)}
    assert ran.job["tests"] == {it.name: it.read_text("utf-8") for it in CLAMP.test_files}
    assert (ran.slot / "work/clamp.py").read_text("utf-8") == GOOD
    assert pool.warmed == [()]


def test_a_verdict_alone_ends_at_the_first_failure(tmp_path: Path) -> None:
    verdict, pool = with_workers(
        tmp_path / "a", lambda checker: checker.verdict(CLAMP, GOOD), COLLECTED, NOTHING
    )
    assert verdict is Verdict.FAILED
    alone = {**PLAIN, "task": "tests", "probes": []}
    assert job_of(pool.workers[1]) == {**alone, "first_failure": True}
    mine = msgspec.structs.replace(CLAMP, by_learner=True)
    _, pool = with_workers(
        tmp_path / "b", lambda checker: checker.verdict(mine, GOOD), COLLECTED, NOTHING
    )
    assert job_of(pool.workers[1]) == {**alone, "code": GOOD}
    refused, _ = with_workers(tmp_path / "c", lambda checker: checker.verdict(CLAMP, "\0"))
    assert refused is Verdict.ERROR


def test_a_program_is_run_with_its_files_its_input_and_its_check(tmp_path: Path) -> None:
    ended: Part = [{"t": "ran", "exception": None}, {"t": "checked", "value": True}, *NOTHING]
    report, pool = with_workers(
        tmp_path,
        lambda checker: checker.run("x = 1\n", "x", "in", ("b", "a", "b"), 2.0, {"a.txt": "text"}),
        [b"printed", *ended],
    )
    assert (report.verdict, report.printed, report.checked) == (Verdict.PASSED, "printed", True)
    [worker] = pool.workers
    assert job_of(worker) == {
        "task": "program",
        "module": "__main__",
        "stdin": "in",
        "check": "x",
        "seconds": 2.0,
    }
    assert worker.job["tests"] == {}
    assert sorted(it.name for it in (worker.slot / "work").iterdir()) == ["a.txt", "main.py"]
    assert pool.taken == [("a", "b")]


def test_a_job_whose_worker_was_lost_is_given_to_another_once(tmp_path: Path) -> None:
    ran: Part = [{"t": "ran", "exception": None}, *NOTHING]
    for folder, scripts, verdict in (
        ("a", (lost, ran), Verdict.PASSED),
        ("b", (lost, lost), Verdict.CRASHED),
    ):
        report, _ = with_workers(tmp_path / folder, lambda it: it.run("x"), *scripts)
        assert report.verdict is verdict


def test_a_worker_that_cannot_do_it_says_why(tmp_path: Path) -> None:
    asked: list[list[str]] = []
    report, pool = with_workers(
        tmp_path / "a",
        lambda it: it.run("x", needs=("processes",)),
        refusing,
        expect=lambda needs: asked.append(list(needs)),
    )
    assert (report.verdict, report.limit, pool.workers[0].job) == (Verdict.ERROR, WHY, {})
    assert asked == [["processes"]]
    checked, _ = with_workers(tmp_path / "b", lambda it: it.check(CLAMP, GOOD), COLLECTED, refusing)
    assert (checked.exercise, checked.verdict, checked.limit) == (CLAMP.id, Verdict.ERROR, WHY)
    with pytest.raises(SandboxError, match=WHY):
        with_workers(tmp_path / "c", lambda it: it.trace_program("x"), refusing)


def test_a_recording_takes_its_time_and_names_its_test(tmp_path: Path) -> None:
    test = TestResult("a", "test_a", "failed")

    async def of_a_test(checker: Checker) -> None:
        with pytest.raises(SandboxError, match="nothing was recorded"):
            await checker.trace(CLAMP, GOOD, test)

    async def of_a_program(checker: Checker) -> None:
        with pytest.raises(SandboxError, match="nothing was recorded"):
            await checker.trace_program("x", "in", (), {}, ("a.py", "-v"))

    _, pool = with_workers(tmp_path / "a", of_a_test, COLLECTED, NOTHING)
    wanted = {**PLAIN, "task": "tests", "probes": [], "trace": IDS[0], "seconds": DEFAULT_TIMEOUT}
    assert job_of(pool.workers[1]) == wanted
    _, pool = with_workers(tmp_path / "b", of_a_program, NOTHING)
    assert job_of(pool.workers[0]) == {
        "task": "program",
        "module": "__main__",
        "stdin": "in",
        "trace": "program",
        "arguments": ["a.py", "-v"],
        "seconds": DEFAULT_TIMEOUT,
    }


def test_probes_that_were_late_are_tried_again(tmp_path: Path) -> None:
    def probed(outcome: str) -> Part:
        one = {"t": "probed", "call": "f(1)", "outcome": outcome, "value": "2"}
        return [{**one, "t": "probe"}, *NOTHING]

    results, pool = with_workers(
        tmp_path,
        lambda it: it.probe(CLAMP, GOOD, ["f(1)"]),
        COLLECTED,
        probed("late"),
        probed("returned"),
    )
    assert [(one.call, one.outcome, one.value) for one in results] == [("f(1)", "returned", "2")]
    assert job_of(pool.workers[-1]) == {**PLAIN, "task": "probes", "probes": ["f(1)"]}
    again, _ = with_workers(
        tmp_path / "b", lambda it: it.probe(CLAMP, GOOD, ["f(1)"]), *[probed("late")] * TRIES
    )
    assert [one.outcome for one in again] == ["unfinished"]


def test_what_is_refused_is_told_without_a_worker(tmp_path: Path) -> None:
    report, pool = with_workers(tmp_path, lambda it: it.check(CLAMP, b"\xff\xfex"))
    assert (report.exercise, report.verdict, pool.taken) == (CLAMP.id, Verdict.ERROR, [])
    [told] = report.diagnosis
    assert (told.kind, told.name, told.text) == ("cannot_start", "refused", report.limit)
    assert report.exception is not None
    run, _ = with_workers(tmp_path, lambda it: it.run(b"\xff\xfex"))
    assert run.verdict is Verdict.ERROR
    assert [frame.file for frame in run.exception.frames] == ["main.py"]
    assert with_workers(tmp_path, lambda it: it.probe(CLAMP, b"\xff\xfex", ["f()"]))[0] == ()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    slot = tmp_path / "slots" / "1"
    with pytest.raises(SandboxError) as told:
        _prepared(slot, lambda it: (it / "work/a").write_text("x") and None)
    assert str(told.value) == (
        f"The files of this check cannot be written to {tmp_path / 'slots'}: No such file or "
        "directory. Start the course again; it makes a new folder for checks."
    )
    with pytest.raises(FileNotFoundError):
        _prepared(slot, lambda _: (tmp_path / "gone/a").write_text("x") and None)


def test_another_order_of_sets_has_a_checker_of_its_own() -> None:
    async def work() -> None:
        checker = Checker(rehearse=False)
        other = checker.hashing("7")
        assert checker.hashing("7") is other
        assert checker.hashing("8") is not other
        assert (other._hash_seed, other._rehearse, other._size) == ("7", False, 1)
        await checker.aclose()
        assert checker._others == {}

    asyncio.run(work())


def test_a_checker_that_was_closed_can_be_opened_again() -> None:
    async def work() -> None:
        checker = Checker(size=1, rehearse=False)
        for _ in range(2):
            async with checker:
                assert (await checker.run("print(1)")).printed == "1\n"

    asyncio.run(work())
