import importlib
import re
import sys

import pytest


@pytest.fixture
def runner():
    """The program, imported anew: nothing is registered in it yet."""
    sys.modules.pop("tiny_test_runner", None)
    return importlib.import_module("tiny_test_runner")


def report(runner, capsys):
    """What `run` prints, line by line, in lowercase."""
    capsys.readouterr()
    runner.run()
    return capsys.readouterr().out.lower().splitlines()


def about(lines, name):
    """The one line about a registered function."""
    (line,) = [line for line in lines if name in line]
    return line


def count(lines, word):
    """The number before a word in the last line; 0 when it isn't there."""
    found = re.search(rf"(?<![-\d])(\d+) {word}", lines[-1])
    return int(found.group(1)) if found else 0


def test_a_registered_function_stays_what_it_is(runner):
    def pack():
        return "packed"

    assert runner.test(pack) is pack


def test_registering_calls_nothing(runner):
    calls = []

    @runner.test
    def pack():
        calls.append("pack")

    assert calls == []


def test_run_calls_each_once_in_order(runner, capsys):
    calls = []

    @runner.test
    def weigh():
        calls.append("weigh")

    @runner.test
    def pack():
        calls.append("pack")

    report(runner, capsys)
    assert calls == ["weigh", "pack"]


def test_what_is_as_expected_is_ok(runner, capsys):
    @runner.test
    def two_teas():
        runner.expect(900, 900)

    lines = report(runner, capsys)
    line = about(lines, "two_teas")
    assert "ok" in line
    assert "failed" not in line
    assert (count(lines, "passed"), count(lines, "failed")) == (1, 0)


def test_what_is_not_as_expected_has_failed(runner, capsys):
    @runner.test
    def half_a_mug():
        runner.expect(495, 490)

    lines = report(runner, capsys)
    line = about(lines, "half_a_mug")
    assert "failed" in line
    assert "ok" not in line
    assert (count(lines, "passed"), count(lines, "failed")) == (0, 1)


def test_a_failed_one_does_not_stop_the_others(runner, capsys):
    @runner.test
    def half_a_mug():
        runner.expect(495, 490)

    @runner.test
    def two_teas():
        runner.expect(900, 900)

    @runner.test
    def no_teas():
        runner.expect(0, False)

    lines = report(runner, capsys)
    assert "ok" in about(lines, "two_teas")
    assert "ok" in about(lines, "no_teas")
    assert (count(lines, "passed"), count(lines, "failed")) == (2, 1)


def test_the_rest_of_a_failed_one_is_not_run(runner, capsys):
    calls = []

    @runner.test
    def half_a_mug():
        runner.expect(495, 490)
        calls.append("after")

    report(runner, capsys)
    assert calls == []


def test_what_is_unequal_raises_an_exception(runner):
    with pytest.raises(AssertionError):
        runner.expect([1], [2])


def test_a_second_run_counts_from_nothing(runner, capsys):
    @runner.test
    def two_teas():
        runner.expect(900, 900)

    report(runner, capsys)
    lines = report(runner, capsys)
    assert count(lines, "passed") == 1
    assert "ok" in about(lines, "two_teas")


def test_without_any_tests_none_have_passed(runner, capsys):
    lines = report(runner, capsys)
    assert (count(lines, "passed"), count(lines, "failed")) == (0, 0)
