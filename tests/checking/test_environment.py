"""What a process beside the app, and the code in it, sees of the environment variables."""

from __future__ import annotations

import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from course.checking.environment import environment


def test_the_environment_says_next_to_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", "4711")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert "PYTHONDONTWRITEBYTECODE" not in environment("0")
    assert "SECRET" not in environment("0")
    seen = environment("0", Path("here"))
    assert (seen["TMPDIR"], seen["TEMP"], seen["TMP"]) == ("here", "here", "here")
    assert not {"TMPDIR", "TEMP", "TMP"} & set(environment("0"))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert environment("0")["PYTHONDONTWRITEBYTECODE"] == "1"


KEPT = ("COURSE_SANDBOX", "COURSE_DEBUG", "SYSTEMROOT", "LD_LIBRARY_PATH", "TZ")


def test_what_the_course_and_the_system_need_is_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in KEPT:
        monkeypatch.setenv(name, f"own {name}")
    assert {name: environment("0")[name] for name in KEPT} == {it: f"own {it}" for it in KEPT}
    for name in KEPT:
        monkeypatch.delenv(name)
    assert not set(KEPT) & set(environment("0"))


def test_every_machine_is_the_same_to_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANG", "PATH", "PYTHONHASHSEED", "MALLOC_ARENA_MAX", "no_proxy"):
        monkeypatch.setenv(name, "of this machine")
    assert "of this machine" not in environment("7").values()
    program = (
        "import locale, os, random; print(hash('tea'), locale.getlocale()[1], os.get_exec_path())"
    )
    told = [
        subprocess.run(
            [sys.executable, "-c", program], env=environment(seed), capture_output=True, text=True
        ).stdout
        for seed in ("7", "7", "8")
    ]
    assert told[0] == told[1] != told[2]
    assert told[0].endswith(" UTF-8 ['/usr/bin', '/bin']\n")


def test_nothing_starts_by_itself_that_costs_memory_or_asks_the_system() -> None:
    """No plugins of pytest, no arenas for threads, no threads of NumPy, no proxies of macOS."""
    seen = environment("0")
    assert seen["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] == "1"
    assert (seen["MALLOC_ARENA_MAX"], seen["OPENBLAS_NUM_THREADS"]) == ("2", "1")
    assert urllib.request.proxy_bypass_environment("example.org", {"no": seen["no_proxy"]})
