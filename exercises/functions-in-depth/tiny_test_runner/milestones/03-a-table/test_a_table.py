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


def test_each_tuple_is_a_call_of_its_own(runner, capsys):
    calls = []

    @runner.cases((2, 4), (3, 9))
    def square(number, wanted):
        calls.append((number, wanted))

    assert calls == []
    report(runner, capsys)
    assert calls == [(2, 4), (3, 9)]


def test_each_has_a_line_with_its_arguments(runner, capsys):
    @runner.cases((2, 4), (3, 9), (4, 15))
    def square(number, wanted):
        runner.expect(number**2, wanted)

    lines = report(runner, capsys)
    assert "ok" in about(lines, "square(2, 4)").lower()
    assert "ok" in about(lines, "square(3, 9)").lower()
    line = about(lines, "square(4, 15)")
    assert "failed" in line.lower()
    assert "16" in line
    assert (count(lines, "passed"), count(lines, "failed")) == (2, 1)


def test_strings_have_their_quotes(runner, capsys):
    @runner.cases(("Mei", 9))
    def greet(name, hour):
        runner.expect((name, hour), ("Mei", 9))

    assert "ok" in about(report(runner, capsys), "greet('Mei', 9)").lower()


def test_a_tuple_may_have_one_value(runner, capsys):
    calls = []

    @runner.cases((7,), ([8, 9],))
    def weigh(parcel):
        calls.append(parcel)

    lines = report(runner, capsys)
    assert calls == [7, [8, 9]]
    assert "ok" in about(lines, "weigh(7)").lower()
    assert "ok" in about(lines, "weigh([8, 9])").lower()


def test_an_error_in_one_case_does_not_stop_the_next(runner, capsys):
    @runner.cases((0, 1), (2, 5))
    def share(people, each):
        runner.expect(10 // people, each)

    lines = report(runner, capsys)
    line = about(lines, "share(0, 1)")
    assert "ZeroDivisionError" in line
    assert (count(lines, "passed"), count(lines, "failed"), count(lines, "error")) == (1, 0, 1)


def test_the_function_stays_what_it_is(runner):
    def square(number, wanted):
        return number * number == wanted

    assert runner.cases((2, 4))(square) is square


def test_both_decorators_keep_the_order(runner, capsys):
    calls = []

    @runner.cases((1,), (2,))
    def weigh(parcel):
        calls.append(parcel)

    @runner.test
    def pack():
        calls.append("pack")

    @runner.cases((3,))
    def send(parcel):
        calls.append(parcel)

    report(runner, capsys)
    assert calls == [1, 2, "pack", 3]


def test_two_tables_are_kept_apart(runner, capsys):
    @runner.cases((1,))
    def weigh(parcel):
        runner.expect(parcel, 1)

    @runner.cases((2,))
    def send(parcel):
        runner.expect(parcel, 2)

    lines = report(runner, capsys)
    assert "ok" in about(lines, "weigh(1)").lower()
    assert "ok" in about(lines, "send(2)").lower()
