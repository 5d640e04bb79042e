"""Tests that a learner writes tell right from wrong by what the code does, and by nothing else."""

from __future__ import annotations

import asyncio
import hashlib
import textwrap
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from course.catalogue import read_exercise
from course.catalogue.exercises import reference
from course.checking.expected import CollectError
from course.checking.kinds import test as kind
from course.checking.trials import Variant
from course.model import CheckReport, Diagnosis, Exercise, Mistake, TestResult, Verdict
from course.worker.asserting import NOTHING_RAISED
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


# ---------------------------------------------------------------- what is told, without running

BUG = Mistake("forgets", Path("bugs/forgets.py"), "The third day\n  costs.")


class Saying:
    """A checker that has made up its mind: of the right code, of each other code in order."""

    def __init__(self, report: CheckReport, *verdicts: Verdict, tried: bool | None = None) -> None:
        self._report = report
        self._verdicts = list(verdicts)
        self._tried = tried

    async def try_out(
        self, _: Exercise, variants: Sequence[Variant], seconds: float
    ) -> list[bool | None]:
        assert seconds > 0
        return [self._tried] * len(variants)

    async def check(self, *_: object, independent: bool = False) -> CheckReport:
        assert independent
        return self._report

    async def verdict(
        self,
        exercise: Exercise,
        _: str,
        *,
        trusted: bool = False,  # noqa: ARG002 - as it is
    ) -> Verdict:
        if "CANNOT" in exercise.test_files[0].read_text("utf-8"):
            raise CollectError(exercise, "\nNameError: x")
        return self._verdicts.pop(0)


def told(report: CheckReport) -> list[object]:
    return [
        report.verdict.value,
        *(f"{it.id} {it.outcome}: {it.name}" for it in report.tests),
        *(f"{it.kind} {it.name} line {it.line} {it.test}: {it.text}" for it in report.diagnosis),
    ]


GREEN = CheckReport("x", Verdict.PASSED, (TestResult("a", "test_a", "passed"),))
RED = TestResult("a", "test_a", "failed", got="1", expected="2", line=3)
TESTS = "def test_a():\n    assert 1 == 2\n"


def with_bugs(*bugs: Mistake) -> Exercise:
    return msgspec.structs.replace(read_exercise(FEE), bugs=bugs)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, " There the code gives `1`, and your test expects `2`."),
        ({"got": None}, ""),
        ({"expected": None}, ""),
        ({"got": NOTHING_RAISED}, " No exception came there, and your test expects `2`."),
    ],
)
def test_a_test_that_fails_on_right_code_is_told_with_both(
    more: dict[str, object], words: str
) -> None:
    failing = msgspec.structs.replace(RED, **more)
    report = CheckReport("x", Verdict.FAILED, (failing,))
    assert told(kind._wrong_on_right(with_bugs(BUG), report)) == [
        "failed",
        "test_a failed: a",
        "bug::forgets not_run: catches: The third day costs.",
        "facts fails_on_right line 3 test_a: The code in `fee.py` is right, and your test "
        f"`test_a` fails on it.{words} Read the brief again: what should happen there?",
    ]
    ended = CheckReport("x", Verdict.TIMEOUT, (failing,), (Diagnosis("facts", "Too long."),))
    assert told(kind._wrong_on_right(with_bugs(), ended))[2:] == [
        "facts  line None None: Too long."
    ]


def test_bugs_that_got_away_are_told() -> None:
    other = msgspec.structs.replace(BUG, name="other", message="Free for all.")
    both = kind._judged(with_bugs(BUG, other), GREEN, [False, False])
    assert told(both) == [
        "failed",
        "test_a passed: a",
        "bug::forgets failed: catches: The third day costs.",
        "bug::other failed: catches: Free for all.",
        "facts bug_got_away line None None: Your tests pass on the right code, and 2 of 2 bugs "
        "got away:\n\n- The third day costs.\n- Free for all.",
    ]
    one = told(kind._judged(with_bugs(BUG, other), GREEN, [True, False]))
    assert one[2:4] == [
        "bug::forgets passed: catches: The third day costs.",
        "bug::other failed: catches: Free for all.",
    ]
    assert str(one[4]).endswith("the right code, and one bug got away:\n\n- Free for all.")
    assert told(kind._judged(with_bugs(BUG), GREEN, [True]))[0] == "passed"


def test_tests_that_ask_how_the_code_is_written_are_told_so() -> None:
    report = kind._not_about_behaviour(with_bugs(BUG), GREEN)
    text = (
        "Your tests pass on `fee.py` as it is written, and fail on the same code written another "
        "way: with other names inside the functions, without docstrings, on other lines. A test "
        "asks what the code does. Call it, and compare what comes back."
    )
    assert told(report) == [
        "broke_rules",
        "test_a passed: a",
        "bug::forgets not_run: catches: The third day costs.",
        f"facts tests_the_spelling line None None: {text}",
    ]
    assert report.limit == text


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (
            "def test_a(:",
            "error cannot_start syntax line 1: Python cannot read line 1 of your tests: "
            "invalid syntax.",
        ),
        (
            "x = '\0'",
            "error cannot_start syntax line None: Python cannot read line None of your tests: "
            "source code string cannot contain null bytes.",
        ),
        (
            "def check(): pass",
            "failed cannot_start no_tests line None: There is no test yet. A test is a function "
            "whose name begins with `test_`.",
        ),
        (TESTS, None),
        ("class TestA:\n    async def test_a(self): pass", None),
    ],
)
def test_a_file_without_tests_is_told_what_a_test_is(source: str, wanted: str | None) -> None:
    report = kind._not_tests(with_bugs(), source)
    if report is None:
        assert wanted is None
    else:
        [one] = report.diagnosis
        words = one.text.replace("source code cannot", "source code string cannot")
        assert f"{report.verdict.value} {one.kind} {one.name} line {one.line}: {words}" == wanted
        assert asyncio.run(kind.verdict(with_bugs(), source, Saying(GREEN))) is Verdict.FAILED


def test_tests_that_cannot_be_loaded_are_told_why() -> None:
    report = asyncio.run(kind.check(with_bugs(), f"# CANNOT\n{TESTS}", Saying(GREEN)))
    assert told(report) == [
        "error",
        "cannot_start tests_cannot_start line None None: Python cannot load your tests: "
        "NameError: x",
    ]
    verdict = asyncio.run(kind.verdict(with_bugs(), f"# CANNOT\n{TESTS}", Saying(GREEN)))
    assert verdict is Verdict.ERROR


PASSED, FAILED, CRASHED = Verdict.PASSED, Verdict.FAILED, Verdict.CRASHED


@pytest.mark.parametrize(
    ("verdicts", "wanted"),
    [
        ([PASSED, PASSED, FAILED], PASSED),
        ([PASSED, PASSED, Verdict.ERROR], PASSED),
        ([PASSED, PASSED, Verdict.TIMEOUT], PASSED),
        ([PASSED, PASSED, CRASHED], FAILED),
        ([PASSED, PASSED, PASSED], FAILED),
        ([PASSED, FAILED], FAILED),
        ([FAILED], FAILED),
    ],
)
def test_the_verdict_comes_from_the_first_run_that_decides_it(
    verdicts: list[Verdict], wanted: Verdict
) -> None:
    bug = msgspec.structs.replace(BUG, path=FEE / "fee.py")
    assert asyncio.run(kind.verdict(with_bugs(bug), TESTS, Saying(GREEN, *verdicts))) is wanted


@pytest.mark.parametrize(
    ("tried", "verdicts", "wanted"),
    [
        (False, [], PASSED),  # the bug was noticed among others
        (True, [PASSED], FAILED),  # what passes among others is looked at alone
        (True, [FAILED], PASSED),
        (None, [FAILED], PASSED),
    ],
)
def test_a_bug_that_is_noticed_among_others_is_not_tried_alone(
    tried: bool | None, verdicts: list[Verdict], wanted: Verdict
) -> None:
    bug = msgspec.structs.replace(BUG, path=FEE / "fee.py")
    checker = Saying(GREEN, PASSED, PASSED, *verdicts, tried=tried)
    assert asyncio.run(kind.verdict(with_bugs(bug), TESTS, checker)) is wanted
    assert not checker._verdicts


def test_the_exercise_is_turned_round(tmp_path: Path) -> None:
    given = FEE / "exercise.yaml"
    exercise = msgspec.structs.replace(with_bugs(BUG), data_files=(given,), module_name="mine")
    turned = kind.over_code_under_test(exercise, TESTS, tmp_path)
    assert sorted(it.name for it in tmp_path.iterdir()) == [
        "exercise.yaml",
        "solution.py",
        "test_mine.py",
    ]
    assert (tmp_path / "test_mine.py").read_text("utf-8") == TESTS
    assert (tmp_path / "solution.py").read_text("utf-8") == RIGHT
    assert turned.data_files == (tmp_path / "exercise.yaml",)
    assert turned.test_files == (tmp_path / "test_mine.py",)
    assert (turned.folder, turned.starter, turned.module_name) == (tmp_path, "", "fee")
    assert (turned.mistakes, turned.bugs, turned.by_learner) == ((), (), True)
    source = turned.source
    assert (source.kind, source.probes, source.module) == ("write", (), None)
    named = msgspec.structs.replace(exercise, module_name="test_mine", data_files=())
    assert kind.over_code_under_test(named, TESTS, tmp_path).test_files == turned.test_files
