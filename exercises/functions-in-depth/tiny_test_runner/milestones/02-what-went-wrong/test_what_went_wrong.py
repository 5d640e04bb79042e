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
    """What `run` prints, line by line."""
    capsys.readouterr()
    runner.run()
    return capsys.readouterr().out.splitlines()


def about(lines, name):
    """The one line about a registered function."""
    (line,) = [line for line in lines if name in line]
    return line


def count(lines, word):
    """The number before a word in the last line; 0 when it isn't there."""
    found = re.search(rf"(?<![-\d])(\d+) {word}", lines[-1].lower())
    return int(found.group(1)) if found else 0


def test_a_failed_one_says_what_it_got_and_expected(runner, capsys):
    @runner.test
    def tea():
        runner.expect("4500", 4501)

    line = about(report(runner, capsys), "tea")
    assert "'4500'" in line
    assert "4501" in line


def test_the_exception_says_it_too(runner):
    with pytest.raises(AssertionError, match="'mug'.*'tea'|'tea'.*'mug'"):
        runner.expect("mug", "tea")


def test_any_other_exception_is_an_error(runner, capsys):
    @runner.test
    def price_of_honey():
        return {"tea": 450}["honey"]

    lines = report(runner, capsys)
    line = about(lines, "price_of_honey")
    assert "error" in line.lower()
    assert "KeyError" in line
    assert (count(lines, "passed"), count(lines, "failed"), count(lines, "error")) == (0, 0, 1)


def test_the_word_error_is_there_for_a_type_without_it(runner, capsys):
    @runner.test
    def first_of_nothing():
        next(iter([]))

    line = about(report(runner, capsys), "first_of_nothing")
    assert "StopIteration" in line
    assert "error" in line.lower()


def test_an_error_does_not_stop_the_others(runner, capsys):
    @runner.test
    def division():
        return 1 // 0

    @runner.test
    def two_teas():
        runner.expect(900, 900)

    @runner.test
    def half_a_mug():
        runner.expect(495, 490)

    @runner.test
    def no_such_key():
        return {}["tea"]

    lines = report(runner, capsys)
    assert "ok" in about(lines, "two_teas").lower()
    assert (count(lines, "passed"), count(lines, "failed"), count(lines, "error")) == (1, 1, 2)


def test_ctrl_c_ends_everything(runner):
    @runner.test
    def waits():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        runner.run()


def test_returns_true_when_all_passed(runner):
    @runner.test
    def two_teas():
        runner.expect(900, 900)

    assert runner.run() is True


def test_returns_false_when_one_failed(runner):
    @runner.test
    def half_a_mug():
        runner.expect(495, 490)

    @runner.test
    def two_teas():
        runner.expect(900, 900)

    assert runner.run() is False


def test_returns_false_after_an_error(runner):
    @runner.test
    def division():
        return 1 // 0

    assert runner.run() is False
