"""A worker that does not start says why; one whose folder went is started again."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
from pathlib import Path

import pytest

from course.checking import Checker, launch
from course.checking.launch import Needs, Worker, connected, new_slot, write_all
from course.errors import SandboxError
from course.worker import leftovers
from course.worker.protocol import PROTOCOL, Ready, fields_of
from tests.checking.door import exercise_named

GOOD = "def clamp(value, low, high):\n    return max(low, min(value, high))\n"


@pytest.fixture(params=["forked", "once", "one check"])
def checker_of(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Checker:
    """A checker of each way to start workers; its folders are this test's own."""
    monkeypatch.setenv("COURSE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COURSE_WORKERS", request.param)
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    return Checker(size=1, one_check=request.param == "one check")


def test_the_reason_is_told(
    checker_of: Checker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages = tmp_path / "site-packages"
    (packages / "_pytest").mkdir(parents=True)
    broken = "raise ImportError('half of an update \\x1b[31m')\n"
    (packages / "_pytest" / "__init__.py").write_text(broken, encoding="utf-8")
    monkeypatch.setattr(sys, "path", [str(packages), *sys.path])

    async def run() -> None:
        async with checker_of as checker:
            await checker.check(exercise_named("clamp"), GOOD)

    with pytest.raises(SandboxError) as raised:
        asyncio.run(run())
    told = str(raised.value)
    assert "did not start: ImportError: half of an update \\x1b[31m. " in told
    assert "course doctor" in told
    broken_file = str(packages / "_pytest" / "__init__.py")
    assert any(broken_file in note for note in raised.value.__notes__)


def test_a_folder_that_was_swept_away_is_made_again(checker_of: Checker) -> None:
    """Other programs clear up the folder for temporary files, too."""

    async def run() -> None:
        async with checker_of as checker:
            assert (await checker.check(exercise_named("clamp"), GOOD)).passed
            for folder in os.scandir(tempfile.gettempdir()):  # while it works in there
                leftovers.remove(folder.path, 60)
            assert (await checker.check(exercise_named("clamp"), GOOD)).passed

    asyncio.run(run())


# ---------------------------------------------------------------- without a process


def first_line(ready: Ready) -> bytes:
    """What a worker says once it is parked."""
    return json.dumps({"v": PROTOCOL, **fields_of(ready)}).encode() + b"\n"


def waited_for(
    folder: Path, *said: bytes | None, needs: Needs = (), later: float = 0.0
) -> tuple[bool, Worker]:
    """Whether a worker that says this, or ends with None, is ready."""

    async def run() -> tuple[bool, Worker]:
        worker = Worker(needs, folder)
        worker.events = asyncio.StreamReader()
        waiting = asyncio.create_task(worker.ready())
        await asyncio.sleep(later)
        for words in said:
            worker.events.feed_eof() if words is None else worker.events.feed_data(words)
        return await waiting, worker

    return asyncio.run(run())


def test_a_worker_is_ready_once_it_says_so(tmp_path: Path) -> None:
    ready, worker = waited_for(tmp_path, first_line(Ready((), "")))
    assert ready
    assert (worker.cannot, worker.pid, worker.lost, worker.gone) == ("", None, False, False)
    for said in (
        (None,),
        (b"no json\n",),
        (b'{"v": 0, "missing": [], "refused": ""}\n',),
        (b"x" * (1 << 18), None),
    ):
        assert not waited_for(tmp_path, *said)[0]


def test_what_a_worker_cannot_do_is_told(tmp_path: Path) -> None:
    _, worker = waited_for(tmp_path, first_line(Ready(("flask", "numpy"), "")))
    assert worker.not_installed == ("flask", "numpy")
    assert worker.cannot == (
        "This needs Flask and numpy, which is not installed here. "
        "`pip install flask numpy` adds it; then check again."
    )
    names = ("django", "fastapi", "sqlalchemy")
    _, worker = waited_for(tmp_path, first_line(Ready(names, "")))
    assert "needs Django and FastAPI and SQLAlchemy, which" in worker.cannot
    _, worker = waited_for(tmp_path, first_line(Ready((), "No network here.")))
    assert worker.cannot == "No network here."


def test_a_start_that_is_slow_is_waited_for_and_one_that_never_ends_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(launch, "_LOOK_AGAIN", 0.01)
    ready = first_line(Ready((), ""))
    assert waited_for(tmp_path, ready, later=0.1)[0]
    monkeypatch.setattr(launch, "READY_WITHIN", 0.001)
    assert not waited_for(tmp_path, ready, later=1.0)[0]


def test_a_worker_is_gone_without_its_process_its_words_or_its_folder(tmp_path: Path) -> None:
    async def work() -> None:
        slots = [new_slot(tmp_path, number) for number in range(4)]
        for slot in slots:
            assert {it.name for it in slot.iterdir()} == {"work", "tests", "tmp"}
        workers = [Worker((), slot) for slot in slots]
        for worker in workers:
            worker.events = asyncio.StreamReader()
        workers[1].ended.set_result(0)
        workers[2].events.feed_eof()
        leftovers.remove(str(slots[3]), 60)
        assert [worker.gone for worker in workers] == [False, True, True, True]
        assert {worker.cannot for worker in workers} == {""}

    asyncio.run(work())


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of the system")
def test_what_is_written_to_a_worker_comes_whole_or_nobody_is_there(tmp_path: Path) -> None:
    async def work() -> None:
        read, write = os.pipe()
        stream, transport = await connected(os.fdopen(read, "rb", 0))
        data = os.urandom(300_000)
        writing = asyncio.create_task(asyncio.to_thread(write_all, write, data))
        assert await stream.readexactly(len(data)) == data
        await writing
        transport.close()
        await asyncio.sleep(0)
        write_all(write, b"too late")
        os.close(write)

    asyncio.run(work())
