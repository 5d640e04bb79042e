"""What wrong submissions get told, as real students write them, on tasks without known mistakes.

Most must get more than got against expected, and whatever is said must be true: the lines that
are quoted are there, the values that are quoted come out when the call is made again.
"""

from __future__ import annotations

import contextlib
import io
import re
from functools import cache
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from course.catalogue import read_exercise
from course.model import CheckReport, Exercise, Verdict
from tests.checking.door import Door
from tests.explaining.as_it_was import as_it_was
from tests.explaining.submissions import STUDENTS, submissions, tasks

ALL = [(task, name) for task in tasks() for name in submissions(task)]
#  what keeps its own state: calling again gives something else
STATEFUL = {"total/global_total", "recursion/flatten_global", "group/default_argument"}


@cache
def _exercise(task: str) -> Exercise:
    return read_exercise(STUDENTS / task)


_reports: dict[tuple[str, str], CheckReport] = {}


def _report(door: Door, task: str, name: str) -> CheckReport:
    if (task, name) not in _reports:
        _reports[task, name] = door.check(_exercise(task), submissions(task)[name])
    return _reports[task, name]


def test_there_are_enough_submissions() -> None:
    assert len(ALL) >= 150
    assert len(tasks()) >= 12


def test_the_reference_of_each_task_passes(door: Door) -> None:
    for task in tasks():
        source = _exercise(task).solution_path.read_text(encoding="utf-8")
        assert door.check(_exercise(task), source).verdict is Verdict.PASSED, task


def test_most_get_more_than_got_against_expected(door: Door) -> None:
    bare = [
        f"{task}/{name}"
        for task, name in ALL
        if not (told := _report(door, task, name).diagnosis) or told[0].kind == "facts"
    ]
    assert len(bare) <= 0.05 * len(ALL), bare


@pytest.mark.parametrize(("task", "name"), ALL, ids=[f"{task}-{name}" for task, name in ALL])
def test_what_is_said_is_true(
    door: Door, task: str, name: str, snapshot: SnapshotAssertion
) -> None:
    source = submissions(task)[name]
    report = _report(door, task, name)
    assert report.verdict is not Verdict.PASSED
    assert 1 <= len(report.diagnosis) <= 3
    assert len({told.text for told in report.diagnosis}) == len(report.diagnosis)
    lines = source.splitlines()
    for told in report.diagnosis:
        assert told.line is None or 1 <= told.line <= len(lines)
        assert told.text.endswith((".", "?", ":"))
        _quoted_lines_are_there(told.text, lines)
        if f"{task}/{name}" not in STATEFUL and report.verdict is Verdict.FAILED:
            _calls_do_what_is_said(told.text, source, _exercise(task))
    assert as_it_was(snapshot, *(_steady(told.text) for told in report.diagnosis))


def _steady(text: str) -> str:
    """A text without how deep a recursion went, and where in memory something is."""
    return re.sub(r"to `-\d+`", "to `-n`", re.sub(r"0x[0-9a-f]+", "0x", text))


def _quoted_lines_are_there(text: str, lines: list[str]) -> None:
    for number, quoted in re.findall(r"[Ll]ine (\d+), `([^`]+)`", text):
        if "…" not in quoted:
            assert lines[int(number) - 1].strip() == quoted


def _calls_do_what_is_said(text: str, source: str, exercise: Exercise) -> None:
    for call, got in re.findall(r"`([^`]+\))` gave back `([^`]+)`", text):
        if "…" not in call + got:
            assert repr(_evaluate(call, source)) == got or got.startswith(("dict_keys", "{", "<"))
    for call, kind in re.findall(r"`([^`]+\))` stopped [^`]*(?:`[^`]+`, )?with an? `(\w+)`", text):
        if "…" not in call:
            assert type(_evaluate(call, source)).__name__ == kind
    for call, wanted in re.findall(
        r"`([^`]+\))` gave back [^;]+; the test expects `([^`]+)`", text
    ):
        if "…" not in call + wanted:
            right = _evaluate(call, exercise.solution_path.read_text(encoding="utf-8"))
            assert right == _evaluate(wanted, "") or repr(right) == wanted


def _evaluate(call: str, source: str) -> Any:
    """The value of a call, or the exception it ends with."""
    names: dict[str, Any] = {}
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            exec(source, names)
            return eval(call, names)  # noqa: S307 - our own submissions
        except Exception as error:
            return error


#  task, submission, the name of what leads, words in it
SPOT = [
    ("search", "no_return_above_all", "fell_off_the_end", "no item of `seq` is as large as `x`"),
    ("search", "strictly_smaller", "off_by_one", "`x` is one of the items of `seq`"),
    ("search", "empty_index", "index_in_empty", "`seq` is empty"),
    ("search", "neighbours", "index_out_of_range", "one past the end"),
    ("search", "last_index", "used_before_set", "`i` has no value yet"),
    ("search", "returns_item", "item_for_position", "the item at index 1"),
    ("search", "binary_endless", "endless_loop", "`low` stayed `5`"),
    ("search", "float_mid", "index_not_a_number", "`mid` is `1.0`"),
    ("search", "prints", "prints_instead", "which is the right answer"),
    ("search", "recursion_lost", "recursion_dropped", "not returned"),
    ("search", "text_answer", "right_value_wrong_type", "a string"),
    ("unique_day", "misspelt_function", "name_misspelt", "your file has `contain_unique_day`"),
    ("unique_day", "inverted", "answers_flipped", "the opposite"),
    ("unique_day", "ignores_the_month", "ignores_parameter", "never uses its parameter `month`"),
    ("remove_extras", "assigns_append", "returns_change", "`.append()`"),
    ("remove_extras", "shadows_list", "shadows_builtin", "`list`"),
    ("remove_extras", "empty_none", "fell_off_the_end", "`lst` is empty"),
    ("remove_extras", "set_order", "other_order", "A set does not keep its items"),
    ("sort_age", "ascending", "other_order", "ascending order"),
    ("sort_age", "returns_sort", "returns_change", "`.sort()`"),
    ("sort_age", "reversed_object", "lazy", "a `reversed` object"),
    ("sort_age", "swaps_pairs", "some_items_differ", "the other way round"),
    ("top_k", "one_too_many", "too_many_or_few", "1 item too many"),
    ("top_k", "max_while_looping", "not_in_list", "only negative numbers"),
    ("fizz_buzz", "order_of_ifs", "text_pattern", "`n` can be divided by 15"),
    ("fizz_buzz", "two_parameters", "parameters", "with 1 argument"),
    ("fizz_buzz", "reads_input", "input_on_load", "nobody types"),
    ("total", "range_short", "difference_is_given", "too small by exactly `n`"),
    ("total", "recursion_without_end", "endless_recursion", "calls itself again and again"),
    ("total", "empty_division", "division_by_zero", "`numbers` has no items"),
    ("count_words", "key_error", "key_not_set", "nothing is stored under it yet"),
    ("clean", "method_itself", "returns_function", "`text.title`"),
    ("clean", "inner_spaces", "differs_only_in", "spaces"),
    ("group", "sorts_orders", "changed_argument", "leaves its argument different"),
]
#  the same, where nothing that was observed says it: a change of the code has to prove it
PROVEN = [
    ("search", "else_in_loop", "returns_on_first_turn", "on line 4 or 6"),
    ("remove_extras", "removes_while_looping", "changes_what_it_walks_over", "passes over"),
    ("top_k", "sort_no_call", "only_named", "without the parentheses"),
    ("total", "whole_division", "whole_division", "`//`"),
    ("total", "total_reset", "starts_afresh", "in every iteration"),
    ("total", "global_total", "keeps_between_calls", "made once, on line 1"),
    ("prices", "label_no_f", "missing_f", "no `f` before"),
    ("prices", "excludes_ends", "comparison", "when the two sides are equal"),
]


@pytest.mark.parametrize(
    ("task", "name", "symptom", "words"), SPOT, ids=[f"{row[0]}-{row[1]}" for row in SPOT]
)
def test_what_leads(door: Door, task: str, name: str, symptom: str, words: str) -> None:
    told = _report(door, task, name).diagnosis
    assert symptom in [each.name for each in told], told
    assert words in " ".join(each.text for each in told)


@pytest.mark.parametrize(
    ("task", "name", "cause", "words"), PROVEN, ids=[f"{row[0]}-{row[1]}" for row in PROVEN]
)
def test_what_a_mend_proves_leads(door: Door, task: str, name: str, cause: str, words: str) -> None:
    before = _report(door, task, name).diagnosis
    assert "mended" not in [each.proof for each in before], "it is told without a search"
    leads = door.check(_exercise(task), submissions(task)[name], searches=True).diagnosis[0]
    assert (leads.name, leads.proof) == (cause, "mended")
    assert words in leads.text
