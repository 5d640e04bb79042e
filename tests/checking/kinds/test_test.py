"""Tests that a learner writes tell right from wrong by what the code does, and by nothing else."""

from __future__ import annotations

import hashlib
import textwrap
from pathlib import Path

import pytest

from course.catalogue import read_exercise
from course.catalogue.exercises import reference
from course.model import CheckReport, Exercise, Verdict
from tests.checking.door import Door

FEE = Path(__file__).parents[2] / "authoring/content/exercises/shop/test_fee"
EXERCISES = Path(__file__).parents[3] / "exercises"
RIGHT = (FEE / "fee.py").read_text(encoding="utf-8")
BUGS = [path.read_text(encoding="utf-8") for path in sorted((FEE / "bugs").glob("*.py"))]
SEEN = f"""
import hashlib
RIGHT = {hashlib.sha256(RIGHT.encode()).hexdigest()!r}
BUGS = {[hashlib.sha256(bug.encode()).hexdigest() for bug in BUGS]!r}
SOURCE = {RIGHT!r}
"""
# How a test could know in which run it is without calling `fee`.
CHEATS = {
    "reads the file": """
        import fee
        def test_fee():
            found = hashlib.sha256(open(fee.__file__, "rb").read()).hexdigest()
            assert found == RIGHT
    """,
    "knows the bugs' files": """
        import fee
        def test_fee():
            assert hashlib.sha256(open(fee.__file__, "rb").read()).hexdigest() not in BUGS
    """,
    "reads the source": """
        import inspect
        import fee
        def test_fee():
            assert inspect.getsource(fee) == SOURCE
    """,
    "asks the loader": """
        import fee
        def test_fee():
            assert fee.__loader__.get_source("fee") == SOURCE
    """,
    "compares code": """
        from fee import fee
        names = {}
        exec(SOURCE, names)
        def test_fee():
            assert fee.__code__.co_code == names["fee"].__code__.co_code
    """,
    "compares code by another road": """
        import operator, types
        from fee import fee
        names = {}
        exec(SOURCE, names)
        def test_fee():
            code = types.FunctionType.__dict__["__code__"].__get__
            assert code(fee).co_consts == code(names["fee"]).co_consts
    """,
    "disassembles": """
        import dis
        from fee import fee
        names = {}
        exec(SOURCE, names)
        def test_fee():
            def said(function):
                return [(one.opname, one.argval) for one in dis.get_instructions(function)]
            assert said(fee) == said(names["fee"])
    """,
    "reads the docstring": """
        import fee
        def test_fee():
            assert fee.__doc__ is None and fee.fee.__doc__ == "Return the fee for days of delay."
    """,
    "reads the docstring of the bugs": """
        import fee
        def test_fee():
            assert fee.__doc__ is None
    """,
    "asks which names there are": """
        import fee
        def test_fee():
            assert [name for name in vars(fee) if not name.startswith("__")] == ["fee"]
    """,
    "looks at the folder": """
        import os
        import fee
        def test_fee():
            assert os.path.getsize(fee.__file__) == len(SOURCE)
    """,
    "looks at lines": """
        from fee import fee
        def test_fee():
            try:
                fee("late")
            except TypeError as error:
                assert error.__traceback__.tb_next.tb_lineno == 3
    """,
    "looks at a frame": """
        import traceback
        from fee import fee
        def test_fee():
            try:
                fee("late")
            except TypeError as error:
                codes = [frame.f_code for frame, _ in traceback.walk_tb(error.__traceback__)]
                assert 3 in codes[-1].co_consts
    """,
    "asks whoever loads it": """
        import sys
        import fee
        def test_fee():
            loader = next(one for one in sys.meta_path if fee.__spec__.loader is one)
            kept = list(vars(loader).values())
            codes = [one for one in kept if hasattr(one, "co_consts")]
            codes += [one.__code__ for one in kept if hasattr(one, "__code__")]
            inner = [one for one in codes[0].co_consts if hasattr(one, "co_consts")]
            assert 3 in inner[0].co_consts
    """,
    "lets pytest look": """
        import pytest
        from fee import fee
        def test_fee():
            with pytest.raises(TypeError) as caught:
                fee("late")
            assert 3 in caught.traceback[-1].frame.code.raw.co_consts
    """,
    "lets pytest look for code": """
        from _pytest._code import getrawcode
        from fee import fee
        def test_fee():
            assert 3 in getrawcode(fee).co_consts
    """,
    "traces a thread": """
        import threading
        from fee import fee
        seen = []
        def test_fee():
            threading.settrace(lambda frame, event, value: seen.append(frame.f_code))
            thread = threading.Thread(target=fee, args=(1,))
            thread.start()
            thread.join()
            assert any(3 in code.co_consts for code in seen if code.co_name == "fee")
    """,
    "has it traced": """
        import cProfile
        from fee import fee
        def test_fee():
            profile = cProfile.Profile()
            profile.runcall(fee, 1)
            codes = [one.code for one in profile.getstats() if hasattr(one.code, "co_consts")]
            assert any(3 in code.co_consts for code in codes if code.co_name == "fee")
    """,
    "listens how it is loaded": """
        import sys
        def test_fee():
            seen = []
            sys.addaudithook(lambda event, given: seen.append(given) if event == "exec" else None)
            import fee
            assert any("fee" in given[0].co_filename for given in seen)
    """,
    "asks the job": """
        from fee import fee
        def test_fee(request):
            plugins = request.config.pluginmanager.get_plugins()
            jobs = [one._job for one in plugins if hasattr(one, "_job")]
            assert not any(job.get("first_failure") for job in jobs)
            assert not any(job.get("code") not in (None, SOURCE) for job in jobs)
    """,
    "arguments and surroundings": """
        import os, sys
        from fee import fee
        def test_fee():
            assert sys.argv == ["pytest"] and sorted(os.listdir(".")) in ([], ["fee.py"])
    """,
}


@pytest.fixture(scope="module")
def fee() -> Exercise:
    """An exercise of the kind test, with two bugs."""
    return read_exercise(FEE)


def check(door: Door, exercise: Exercise, source: str) -> CheckReport:
    """The report on tests that know everything about the code but call nothing."""
    return door.check(exercise, SEEN + textwrap.dedent(source))


@pytest.mark.parametrize("name", CHEATS)
def test_a_test_that_asks_how_the_code_is_written_is_no_pass(
    name: str, fee: Exercise, door: Door
) -> None:
    report = check(door, fee, CHEATS[name])
    assert report.verdict is not Verdict.PASSED
    assert report.diagnosis or report.limit


def test_the_words_say_what_a_test_asks(fee: Exercise, door: Door) -> None:
    report = check(door, fee, CHEATS["asks which names there are"])
    assert report.verdict is Verdict.BROKE_RULES
    assert "A test asks what the code does" in report.diagnosis[0].text


def test_looking_at_code_is_named(fee: Exercise, door: Door) -> None:
    report = check(door, fee, CHEATS["compares code"])
    assert report.verdict is Verdict.BROKE_RULES
    assert "`__code__`" in str(report.limit)


def test_tests_that_ask_what_it_does_pass(fee: Exercise, door: Door) -> None:
    source = """
        import asyncio, inspect, logging, traceback
        from unittest import mock
        import fee

        def test_fee(monkeypatch, caplog, tmp_path):
            assert not inspect.iscoroutinefunction(fee.fee)
            assert list(inspect.signature(fee.fee).parameters) == ["days"]
            with mock.patch("fee.fee", autospec=True) as patched:
                fee.fee(1)
                patched.assert_called_once_with(1)
            told = mock.MagicMock()
            told.write(fee.fee(4))
            told.write.assert_called_once_with(5)
            logging.getLogger().info("late")
            try:
                fee.fee("late")
            except TypeError:
                traceback.format_exc()
            assert [fee.fee(days) for days in (3, 4)] == [0, mock.ANY]
            assert fee.fee(4) == 5
    """
    report = check(door, fee, source)
    assert report.passed, (report.limit, report.diagnosis, report.first_failure)


def test_the_course_has_tests_that_hold_for_every_spelling(door: Door) -> None:
    folder = EXERCISES / "tools-of-the-trade/test_discount"
    exercise = read_exercise(folder)
    assert door.check(exercise, reference(exercise)).passed
