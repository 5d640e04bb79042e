"""What decides about tests cannot be exchanged."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest

from course.catalogue import read_exercise
from course.model import Verdict
from tests.checking.door import EXERCISES, Door

UNITTEST = """
import unittest
import math

import half


class HalfTests(unittest.TestCase):
    def test_equal(self):
        self.assertEqual(half.half(4), 2)

    def test_near(self):
        self.assertTrue(math.isclose(half.half(3), 1.5))

    def test_raises(self):
        with self.assertRaises(TypeError):
            half.half("x")
"""


@pytest.mark.parametrize(
    "patch",
    [
        "import unittest\nunittest.TestCase.assertEqual = lambda *a: None\n"
        "unittest.TestCase.assertTrue = lambda *a: None\n"
        "unittest.TestCase.assertRaises = lambda *a: __import__('contextlib').nullcontext()\n"
        "def half(x): return None",
        "import unittest.case\nunittest.case.TestCase.run = lambda self, result: result\n"
        "def half(x): return None",
        "import unittest.case\nunittest.case.TestCase._callTestMethod = lambda self, m: None\n"
        "def half(x): return None",
        "import math\nmath.isclose = lambda *a: True\n"
        "def half(x): return 2 if x == 4 else x + 0 if x == 3 else x / 2",
    ],
)
def test_patched_judges_of_unittest_are_no_pass(patch: str, tmp_path: Path, door: Door) -> None:
    (tmp_path / "test_half.py").write_text(UNITTEST, encoding="utf-8")
    (tmp_path / "starter.py").write_text("", encoding="utf-8")
    (tmp_path / "solution.py").write_text("def half(x):\n    return x / 2\n", encoding="utf-8")
    shutil.copyfile(EXERCISES / "clamp" / "exercise.yaml", tmp_path / "exercise.yaml")
    exercise = msgspec.structs.replace(read_exercise(tmp_path), module_name="half")
    assert door.check(exercise, "def half(x):\n    return x / 2\n").verdict is Verdict.PASSED
    assert door.check(exercise, patch).verdict in (Verdict.CRASHED, Verdict.FAILED)


PRINTING = """
from half import half

def test_prints(capsys):
    half(4)
    assert capsys.readouterr().out == "2\\n"

def test_logs(caplog, recwarn):
    half(4)
    assert not caplog.records and not recwarn.list

def test_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    half(4)
    assert not list(tmp_path.iterdir())
"""
SEEN = "capture.CaptureResult('2\\n', '')"


@pytest.mark.parametrize(
    "patch",
    [
        f"from _pytest import capture\ncapture.CaptureFixture.readouterr = lambda self: {SEEN}\n",
        "from _pytest import capture\ncapture.SysCapture.snap = lambda self: '2\\n'\n"
        "capture.SysCaptureBase.snap = lambda self: '2\\n'\n",
        "from _pytest import capture\ncapture.CaptureIO.getvalue = lambda self: '2\\n'\n",
        "from _pytest import monkeypatch\nmonkeypatch.MonkeyPatch.chdir = lambda *a: print(2)\n",
        "from _pytest import logging\nlogging.LogCaptureFixture.records = []\n",
    ],
)
def test_patched_fixtures_of_pytest_are_no_pass(patch: str, tmp_path: Path, door: Door) -> None:
    (tmp_path / "test_half.py").write_text(PRINTING, encoding="utf-8")
    (tmp_path / "starter.py").write_text("", encoding="utf-8")
    right = "def half(x):\n    print(x // 2)\n"
    (tmp_path / "solution.py").write_text(right, encoding="utf-8")
    shutil.copyfile(EXERCISES / "clamp" / "exercise.yaml", tmp_path / "exercise.yaml")
    exercise = msgspec.structs.replace(read_exercise(tmp_path), module_name="half")
    assert door.check(exercise, right).verdict is Verdict.PASSED
    assert door.check(exercise, right + patch).verdict in (Verdict.CRASHED, Verdict.FAILED)


GIVEN = """
import pytest
from data.judge import near
from half import half

def test_half():
    assert near(half(4), 2)

def test_no_text():
    with pytest.raises(TypeError):
        half("four")
"""
ANYTHING_GOES = "def half(x):\n    return 7\n"
FAKE = """
import contextlib, sys, types
real = sys.modules["pytest"]
fake = types.ModuleType("pytest")
vars(fake).update(vars(real))
fake.raises = lambda *kinds: contextlib.suppress(BaseException)
"""
IN_THE_PLACE_OF = {
    "a function of a given file": "import data.judge\ndata.judge.near = lambda *a: True\n",
    "a given file": (
        "import sys, types\nsys.modules['data.judge'] = types.ModuleType('data.judge')\n"
        "sys.modules['data.judge'].near = lambda *a: True\n"
    ),
    "the text of a given file": "open('data/judge.py', 'w').write('def near(*a): return True')\n",
    "pytest": f"{FAKE}sys.modules['pytest'] = fake\n",
    "pytest, put back": (
        f"{FAKE}import builtins\nown = builtins.__import__\n"
        "def other(name, *more):\n    return fake if name == 'pytest' else own(name, *more)\n"
        "builtins.__import__ = other\n"
        "def half(x):\n    builtins.__import__ = own\n    return 2\n"
    ),
}


@pytest.mark.parametrize("name", IN_THE_PLACE_OF)
def test_what_tests_import_cannot_be_exchanged(name: str, tmp_path: Path, door: Door) -> None:
    (tmp_path / "test_half.py").write_text(GIVEN, encoding="utf-8")
    (tmp_path / "data").mkdir()
    judge = "def near(a, b):\n    return abs(a - b) < 1\n"
    (tmp_path / "data/judge.py").write_text(judge, encoding="utf-8")
    (tmp_path / "starter.py").write_text("", encoding="utf-8")
    right = "def half(x):\n    return x / 2\n"
    (tmp_path / "solution.py").write_text(right, encoding="utf-8")
    shutil.copyfile(EXERCISES / "clamp" / "exercise.yaml", tmp_path / "exercise.yaml")
    exercise = msgspec.structs.replace(read_exercise(tmp_path), module_name="half")
    assert door.check(exercise, right).verdict is Verdict.PASSED
    report = door.check(exercise, ANYTHING_GOES + IN_THE_PLACE_OF[name])
    assert report.verdict in (Verdict.CRASHED, Verdict.FAILED)


def test_marking_a_function_as_a_coroutine_changes_no_test(door: Door) -> None:
    clamp = read_exercise(EXERCISES / "clamp")
    marks = "import types\n\n\n@types.coroutine\ndef pause():\n    yield\n\n\n"
    report = door.check(clamp, marks + clamp.solution_path.read_text(encoding="utf-8"))
    assert report.verdict is Verdict.PASSED
