"""Known mistakes and rules, told for real."""

from __future__ import annotations

import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from course.catalogue import read_exercise
from course.checking import Checker
from course.checking.fingerprint import fingerprint
from course.checking.rules import broken_rules
from course.explaining import mistake_probes
from course.explaining.explainer import Explainer
from course.explaining.known_by_answers import REFERENCE, Answers, alike, differ, matching_mistake
from course.model import ProbeResult, Verdict
from tests.checking.door import Door
from tests.explaining.test_symptoms import make

FIND_SKU = Path(__file__).parents[2] / "exercises" / "functions" / "find_sku"


def test_each_known_mistake_is_told_in_its_own_words(door: Door) -> None:
    exercise = read_exercise(FIND_SKU)
    assert exercise.mistakes
    for mistake in exercise.mistakes:
        report = door.check(exercise, mistake.path.read_text(encoding="utf-8"))
        lead = report.diagnosis[0]
        assert (lead.kind, lead.name, lead.text) == ("mistake", mistake.name, mistake.message)


def one(outcome: Any, value: str, type_: str, **more: Any) -> tuple[ProbeResult, ...]:
    return (ProbeResult("f(1)", outcome, value, type_, **more),)


def returned(value: str, **more: Any) -> tuple[ProbeResult, ...]:
    return one("returned", value, "str", **more)


def same(mine: tuple[ProbeResult, ...], its: tuple[ProbeResult, ...], its_day: date) -> bool:
    """Whether answers of today are like those of another day."""
    return alike(Answers.of_today(mine), Answers(its, its_day))


LONG_AGO = date(2024, 2, 29)


def test_names_of_the_learners_own_do_not_keep_a_mistake_from_matching() -> None:
    mine = one("raised", "NameError: name 'total' is not defined", "NameError")
    other = one("raised", "NameError: name 'summe' is not defined", "NameError")
    assert same(mine, other, LONG_AGO)
    assert not same(mine, returned("1"), LONG_AGO)


def test_the_key_that_is_missing_is_what_was_asked_for() -> None:
    mine, its = one("raised", "'Country'", "KeyError"), one("raised", "'PT'", "KeyError")
    assert same(its, its, LONG_AGO)
    assert not same(mine, its, LONG_AGO)


def test_what_was_printed_and_changed_counts() -> None:
    plain = returned("1")
    assert same(plain, plain, LONG_AGO)
    assert not same(plain, returned("1", printed="1\n"), LONG_AGO)
    assert not same(plain, returned("1", changed_arguments=True), LONG_AGO)


@pytest.mark.parametrize(
    "form",
    [
        "%Y-%m-%d",
        "[%Y-%m-%d %H:%M:%S,123] stored",
        "%Y-%m-%dT%H:%M:%S.000123+00:00",
        "%Y-%m-%dT%H:%M:%SZ",
        "('%a, %d %b %Y %H:%M:%S GMT', 1)",
        "%a %b %d %H:%M:%S %Y",
        "datetime.date({0.year}, {0.month}, {0.day})",
        "[datetime.datetime({0.year}, {0.month}, {0.day}, 9, 5, tzinfo=datetime.timezone.utc)]",
        "datetime.datetime({0.year}, {0.month}, {0.day}, 9, 5)",
    ],
)
def test_the_time_at_which_it_ran_decides_nothing(form: str) -> None:
    now, then = datetime.now(UTC), datetime(2024, 2, 29, 4, 5, 6, tzinfo=UTC)
    mine, its = (returned(moment.strftime(form).format(moment)) for moment in (now, then))
    assert mine != its
    assert same(mine, its, then.date())
    printed = [returned("1", printed=each[0].value) for each in (mine, its)]
    assert same(printed[0], printed[1], then.date())
    # A time that is no time of a run is what the program is about.
    assert not same(mine, its, date(2020, 1, 1))


def test_a_time_of_a_program_counts_also_on_that_very_day() -> None:
    today = datetime.now(UTC).date().isoformat()
    assert same(returned(today), returned(today), LONG_AGO)
    assert not same(returned("2021-03-04"), returned("2021-03-05"), LONG_AGO)
    assert not same(returned("1234567890"), returned("1234567891"), LONG_AGO)
    assert same(returned(str(time.time())), returned("1709179506.25"), LONG_AGO)


def test_places_in_memory_and_on_disk_decide_nothing() -> None:
    folder = tempfile.gettempdir()
    assert same(
        returned(f"<open file '{folder}/check-1/tmp/a8x' at 0x7f01>"),
        returned(f"<open file '{folder}/check-2/tmp/b9y' at 0x7e02>"),
        LONG_AGO,
    )
    assert not same(returned("0xff"), returned("0xfe"), LONG_AGO)
    assert not same(returned("/orders/5"), returned("/orders/6"), LONG_AGO)


def test_a_traceback_decides_only_by_its_last_line() -> None:
    def printed(line: int, error: str) -> tuple[ProbeResult, ...]:
        text = f'Traceback (most recent call last):\n  File "f.py", line {line}, in f\n    g()\n'
        return returned("None", printed=f"{text}{error}\n")

    assert same(printed(3, "ValueError: no"), printed(7, "ValueError: no"), LONG_AGO)
    assert not same(printed(3, "ValueError: no"), printed(3, "KeyError: no"), LONG_AGO)


def answers(*probes: ProbeResult) -> Answers:
    return Answers.of_today(probes)


def test_an_unfinished_probe_decides_nothing() -> None:
    one, two, other = (ProbeResult("f(1)", "returned", value, "int") for value in "123")
    lost = ProbeResult("f(2)", "unfinished")
    # It neither tells two programs apart nor makes them one.
    assert not differ(answers(one, lost), answers(one, two))
    assert not alike(answers(one, lost), answers(one, two))
    assert not alike(answers(lost), answers(lost))
    assert differ(answers(one, lost), answers(other, lost))
    assert alike(answers(one, lost), answers(one, lost))


def test_a_mistake_is_not_told_for_what_was_not_finished() -> None:
    """What was finished is what the reference gives: nothing is known of the submission."""
    exercise = read_exercise(FIND_SKU)
    name = exercise.mistakes[0].name
    right, wrong = (ProbeResult("f(1)", "returned", value, "int") for value in "12")
    lost = ProbeResult("f(2)", "unfinished")
    known = {REFERENCE: answers(right, right), name: answers(right, lost)}
    assert matching_mistake(exercise, "", (right, lost), known) is None
    known[name] = answers(wrong, lost)
    source = exercise.mistakes[0].path.read_text("utf-8")
    found = matching_mistake(exercise, source, (wrong, lost), known)
    assert found is not None
    assert found.name == name
    assert matching_mistake(exercise, source, (wrong, right), known) is None


def test_nothing_matches_without_probes() -> None:
    exercise = read_exercise(FIND_SKU)
    nothing = Answers((), LONG_AGO)
    assert matching_mistake(exercise, "", (), {exercise.mistakes[0].name: nothing}) is None


LOGS = {
    "to_stderr": "import logging\nlogging.getLogger('shop')\n",
    "to_stdout_with_the_time": (
        "import logging, sys\n"
        "logging.basicConfig(stream=sys.stdout, format='%(asctime)s %(message)s')\n"
    ),
    "by_a_handler_of_its_own": (
        "import logging, time\n"
        "class Printing(logging.Handler):\n"
        "    def emit(self, record):\n"
        "        print(time.perf_counter(), record.getMessage())\n"
        "logging.getLogger().addHandler(Printing())\n"
    ),
    "to_sys_stderr": (
        "import sys, time\n"
        "class logging:\n"
        "    def exception(*words):\n"
        "        print(time.perf_counter(), *words, file=sys.stderr)\n"
    ),
}
LOGGED_ERROR = """
def f(n):
    try:
        return 10 // n
    except ZeroDivisionError:
        logging.exception("no share for %s", n)
        return None
"""


@pytest.mark.parametrize("way", LOGS)
def test_a_mistake_that_ends_in_a_logged_error_is_recognised(
    door: Door, tmp_path: Path, way: str
) -> None:
    """What is logged has a time, lines and addresses; it stands in no answer of a probe."""
    tests = "def test_none():\n    assert f(0) == 0\ndef test_one():\n    assert f(1) == 10"
    exercise = make(tmp_path, tests, probes="['f(0)', 'f(1)', 'f(5)']")
    (exercise.folder / "mistakes").mkdir()
    mistake = LOGS[way] + LOGGED_ERROR
    (exercise.folder / "mistakes" / "logs.py").write_text(
        f'"""Nobody gets the error: return 0 instead."""\n\n{mistake}', "utf-8"
    )
    # The very code, some lines further down: whoever makes the mistake has written other lines.
    report = door.check(read_exercise(exercise.folder), f"# mine\n\n\n\n{mistake}")
    assert [one.printed for one in report.probes] == ["", "", ""]
    assert [told.name for told in report.diagnosis][:1] == ["logs"], report.diagnosis


def test_stored_answers_are_of_this_course_and_these_libraries(
    door: Door, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An upgrade of either works out the answers of the mistakes again."""
    exercise = read_exercise(FIND_SKU)
    monkeypatch.setenv("COURSE_HOME", str(tmp_path))
    stored = tmp_path / "cache" / "mistakes"

    def stored_after_a_check() -> int:
        mistake = exercise.mistakes[0]
        checker = Checker(1)
        source = mistake.path.read_text("utf-8")
        report = door.run_async(checker.check(exercise, source))
        report = door.run_async(Explainer(checker).explained(exercise, source, report))
        door.run_async(checker.aclose())
        assert report.diagnosis[0].name == mistake.name
        return len(list(stored.iterdir()))

    assert stored_after_a_check() == 1
    assert stored_after_a_check() == 1
    monkeypatch.setattr(mistake_probes, "fingerprint", lambda *_rooms: b"after an upgrade")
    assert stored_after_a_check() == 2


def test_the_ground_is_the_code_and_what_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work_out = fingerprint.__wrapped__
    before = work_out("model.py")
    assert before == work_out("model.py")
    assert before != work_out("model.py", "errors.py")
    (tmp_path / "site-packages" / "flask-99.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(tmp_path / "site-packages")
    assert before != work_out("model.py")


RULES = "{must_use: [for_loop], must_avoid: ['call:sorted', 'method:sort', 'import:heapq']}"


def test_a_rule_names_the_line(door: Door, tmp_path: Path) -> None:
    exercise = make(tmp_path, "def test_one():\n    assert f([2, 1]) == [1, 2]", rules=RULES)
    source = "def f(xs):\n    return sorted(xs)\n"
    report = door.check(exercise, source)
    assert report.verdict is Verdict.BROKE_RULES
    assert [(told.kind, told.name, told.line) for told in report.diagnosis] == [
        ("rule", "call:sorted", 2),
        ("rule", "for_loop", None),
    ]
    assert report.diagnosis[0].text == (
        "This exercise is about `for` loops; line 2 calls `sorted`. Find a way without it."
    )
    assert "asks for a `for` loop" in report.diagnosis[1].text


def test_a_file_that_keeps_the_rules_is_told_nothing(tmp_path: Path) -> None:
    exercise = make(tmp_path, "def test_one():\n    assert f([]) == []", rules=RULES)
    assert broken_rules(exercise, "def f(xs):\n    for x in xs:\n        pass\n") == ()
    assert broken_rules(exercise, "def f(xs:\n") == ()
