"""A folder that somebody stands in, `PYTHONPATH` and the user's own packages are never imported."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import aiohttp
import pytest

from course.locations import Locations
from tests.test_serve import PATIENCE, seen

EXERCISE = Path(__file__).parent / "checking" / "exercises" / "clamp"
NAMES = (
    *("random", "pytest", "_pytest", "pluggy", "ruff", "asyncio", "subprocess", "json", "tempfile"),
    *("dataclasses", "typing", "textual", "msgspec", "rich_click", "socket", "sqlite3", "yaml"),
    *("sitecustomize", "usercustomize", "flask", "mine"),
)
PLANTED = """
import os
with open({marker!r}, "a") as file:
    file.write("{name} " + str(os.getpid()) + "\\n")
"""
LOOKS = """
import os, random, sys
for folder in {folders!r}:
    try:
        print("done", os.listdir(folder))
    except OSError:
        pass
    try:
        print("done", open(os.path.join(folder, "secret.txt")).read())
    except OSError:
        pass
try:
    import mine
    print("done")
except ImportError:
    print("nothing")

def clamp(value, low, high):
    return max(low, min(value, high))
"""


class Planted:
    """Three folders full of foreign modules, and who has run them."""

    def __init__(self, folder: Path) -> None:
        self._marker = folder / "marker"
        self.here = self._fill(folder / "here")
        self.named = self._fill(folder / "named")
        base = folder / "base"
        short = f"python{sys.version_info[0]}.{sys.version_info[1]}"
        self.own = self._fill(base / "lib" / short / "site-packages")
        self.environment = {
            **os.environ,
            "PYTHONPATH": str(self.named),
            "PYTHONUSERBASE": str(base),
            "COURSE_HOME": str(folder / "home"),
        }

    def _fill(self, folder: Path) -> Path:
        folder.mkdir(parents=True)
        (folder / "secret.txt").write_text("parcel-4711", encoding="utf-8")
        for name in NAMES:
            source = PLANTED.format(marker=str(self._marker), name=name)
            (folder / f"{name}.py").write_text(source, encoding="utf-8")
        return folder

    def ran(self, process: int) -> list[str]:
        """What has run, but for what Python runs before it runs the course in `process`."""
        if not self._marker.exists():
            return []
        lines = self._marker.read_text(encoding="utf-8").splitlines()
        by_python = {f"{name} {process}" for name in ("sitecustomize", "usercustomize")}
        return [line for line in lines if line not in by_python]


@pytest.fixture
def planted(tmp_path: Path) -> Planted:
    return Planted(tmp_path)


def start(planted: Planted, *arguments: str, **more: str) -> tuple[int, str, str]:
    """The number of the process, what it printed and what it complained about."""
    process = subprocess.Popen(
        [sys.executable, "-m", "course", *arguments],
        cwd=planted.here,
        env={**planted.environment, **more},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    printed, complained = process.communicate(timeout=120)
    return process.pid, printed, complained


@pytest.mark.parametrize("workers", ["", "once"])
def test_a_check_runs_and_reads_nothing_of_them(planted: Planted, workers: str) -> None:
    folders = [str(planted.here), str(planted.named), str(planted.own)]
    file = planted.here / "clamp.py"
    file.write_text(LOOKS.format(folders=folders), encoding="utf-8")
    process, printed, complained = start(
        planted,
        *("check", "--json", "--exercise", str(EXERCISE), str(file)),
        COURSE_WORKERS=workers,
    )
    assert complained == ""
    report = json.loads(printed)
    assert (report["verdict"], report["printed"]) == ("passed", "nothing\n")
    assert planted.ran(process) == []


@pytest.mark.parametrize("command", ["doctor", "list", "next", "--help"])
def test_other_commands_run_nothing_of_them(planted: Planted, command: str) -> None:
    process, printed, complained = start(planted, command)
    assert printed
    assert "Traceback" not in complained
    assert planted.ran(process) == []


def test_ruff_is_not_taken_from_the_current_folder(planted: Planted) -> None:
    source = (
        "import asyncio, os\n"
        "from course.checking import style\n"
        "import sysconfig\n"
        "sysconfig.get_path = lambda _: '/nowhere'\n"
        "os.environ['PATH'] = os.pathsep.join(['', '.'])\n"
        "print(asyncio.run(style.findings('import os\\n')))\n"
    )
    (planted.here / "ruff").write_text(f"#!/bin/sh\necho ruff 1 >> {planted._marker}\n")
    (planted.here / "ruff").chmod(0o755)
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", source], cwd=planted.here, stdout=subprocess.PIPE
    )
    process.communicate(timeout=60)
    assert planted.ran(process.pid) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_the_served_app_runs_nothing_of_them(planted: Planted, small_course: Locations) -> None:
    async def visit() -> None:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "course", "serve", "--no-open"),
            cwd=planted.here,
            stdout=asyncio.subprocess.PIPE,
            env={
                **planted.environment,
                "COURSE_HOME": os.environ["COURSE_HOME"],
                "PYTHONUNBUFFERED": "1",
            },
        )
        try:
            assert process.stdout is not None
            async with asyncio.timeout(PATIENCE):
                address = (await process.stdout.readline()).decode().split()[-1]
            socket = f"ws{address[4:]}ws?width=80&height=24"
            async with aiohttp.ClientSession() as browser, browser.ws_connect(socket) as page:
                await seen(page, "Where do you start?")
        finally:
            process.terminate()
            await process.wait()
        assert planted.ran(process.pid) == []

    asyncio.run(visit())


def test_the_planted_folders_are_where_python_would_look(planted: Planted) -> None:
    """What is kept out by the course would be run otherwise."""
    code = f"import sys, random; sys.path.append({str(planted.here)!r}); import mine"
    process = subprocess.Popen(
        [sys.executable, "-c", code], cwd=planted.here, env=planted.environment
    )
    process.wait(60)
    assert {line.split()[0] for line in planted.ran(process.pid)} == {"random", "mine"}
