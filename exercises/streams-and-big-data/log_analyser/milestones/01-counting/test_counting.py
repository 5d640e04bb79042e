import importlib
import re
import sys

import pytest


def start(monkeypatch, capsys, *arguments):
    """Start the program with these arguments; what it printed, and its exit status."""
    monkeypatch.setattr(sys, "argv", ["log_analyser.py", *[str(one) for one in arguments]])
    sys.modules.pop("log_analyser", None)
    status = 0
    try:
        program = importlib.import_module("log_analyser")
        printed = capsys.readouterr().out
        if not printed and hasattr(program, "main"):
            status = program.main() or 0
    except SystemExit as stop:
        printed = capsys.readouterr().out
        status = stop.code
    return printed + capsys.readouterr().out, status


def report(monkeypatch, capsys, folder, *lines, options=()):
    """Write a log with these lines and start the program with it; what it printed, by line."""
    log = folder / "access.log"
    log.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    printed, status = start(monkeypatch, capsys, log, *options)
    assert status in (0, None)
    return printed.splitlines()


def number(lines, word):
    """The number in the line with this word."""
    (line,) = [line for line in lines if word in line.lower()]
    (found,) = re.findall(r"-?\d+(?:\.\d+)?", line)
    return found


def request(time="08:15:04", status=200, page="/tea", milliseconds=34):
    """One line of a log."""
    return f"2026-03-02T{time} {status} {page} {milliseconds}"


def test_counts_the_requests(monkeypatch, capsys, tmp_path):
    lines = report(
        monkeypatch, capsys, tmp_path, request(), request(page="/mugs"), request(status=404)
    )
    assert number(lines, "requests") == "3"
    assert number(lines, "skipped") == "0"


@pytest.mark.parametrize(
    "bad",
    [
        "",
        "   ",
        "hello",
        "2026-03-02T08:15:04 200 /tea",
        request() + " x",
        request(status="OK"),
        request(milliseconds="34ms"),
    ],
)
def test_a_line_that_cannot_be_read_is_skipped(monkeypatch, capsys, tmp_path, bad):
    lines = report(monkeypatch, capsys, tmp_path, request(), bad, request())
    assert number(lines, "requests") == "2"
    assert number(lines, "skipped") == "1"


def test_an_empty_log_has_no_requests(monkeypatch, capsys, tmp_path):
    lines = report(monkeypatch, capsys, tmp_path)
    assert number(lines, "requests") == "0"
    assert number(lines, "skipped") == "0"


def test_a_file_that_is_not_there_is_told(monkeypatch, capsys, tmp_path):
    printed, status = start(monkeypatch, capsys, tmp_path / "none.log")
    assert status not in (0, None)
    assert "requests" not in printed.lower()


def test_no_argument_is_told(monkeypatch, capsys):
    printed, status = start(monkeypatch, capsys)
    assert status not in (0, None)
    assert "requests" not in printed.lower()
