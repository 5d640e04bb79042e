"""Where the kernel keeps no rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.model import Verdict
from course.worker import sandbox
from tests.checking.door import Door
from tests.checking.processes import GOOD, LOOP, started_since, supervisors, wait_until_gone

pytestmark = pytest.mark.skipif(not sandbox.LINUX, reason="reads /proc")


# ------------------------------------------------------------------ without the sandbox

WITHOUT = {
    "correct": (GOOD, {Verdict.PASSED}),
    "wrong": ("def clamp(value, low, high):\n    return low", {Verdict.FAILED}),
    "loop": (LOOP, {Verdict.TIMEOUT}),
    "exit": ("import os\nos._exit(0)", {Verdict.CRASHED}),
    "memory": ("x = bytearray(20 * 10**9)", {Verdict.OUT_OF_MEMORY}),
    "kills its parent": (
        f"import os, signal\nos.kill(os.getppid(), signal.SIGKILL)\n{GOOD}",
        {Verdict.PASSED, Verdict.CRASHED},
    ),
    "kills its group": ("import os, signal\nos.killpg(0, signal.SIGKILL)", {Verdict.CRASHED}),
    "forks": (
        "import os\ndef clamp(value, low, high):\n    os.fork()\n",
        {Verdict.FAILED, Verdict.CRASHED},
    ),
    "daemon": (
        "import os, time\nif os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n"
        f"        time.sleep(600)\n    os._exit(0)\n{GOOD}",
        {Verdict.PASSED, Verdict.CRASHED},
    ),
    "closed folder": (
        f"import os\nos.makedirs('closed/inside')\nos.chmod('closed', 0)\n{GOOD}",
        {Verdict.PASSED},
    ),
    "rewrites the tests": (
        "import glob\nfor path in glob.glob('../tests/*'):\n    open(path, 'w').write('')\n"
        "def clamp(value, low, high):\n    return None\n",
        {Verdict.FAILED},
    ),
}


@pytest.mark.parametrize("level", ["limits", "off"])
def test_without_landlock_and_seccomp(
    level: str, own_tmp: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_SANDBOX", level)
    before = supervisors()
    door = Door()
    for name, (source, verdicts) in WITHOUT.items():
        if level == "off" and name == "memory":
            continue
        report = door.check("clamp", source)
        assert report.verdict in verdicts, (name, report.verdict, report.limit)
    assert door.check("clamp", GOOD).passed
    mine = started_since(before)
    door.close()
    wait_until_gone(mine, own_tmp)
    assert not supervisors() - before


def test_a_missing_sandbox_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sandbox.missing() == () or all("Landlock" in one for one in sandbox.missing())
    monkeypatch.setenv("COURSE_SANDBOX", "limits")
    assert "COURSE_SANDBOX" in sandbox.missing()[0]
    monkeypatch.setenv("COURSE_SANDBOX", "full")
    monkeypatch.setattr(sandbox.landlock, "version", lambda: 0)
    assert sandbox.missing()[0].startswith("Landlock")
