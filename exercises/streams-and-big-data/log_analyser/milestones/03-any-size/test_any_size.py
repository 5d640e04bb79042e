import importlib
import io
import re
import sys
import tracemalloc

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


@pytest.mark.parametrize(
    ("statuses", "share"),
    [
        ([200, 500, 200, 503], "50.0"),
        ([499, 404], "0.0"),
        ([200, 200, 599], "33.3"),
        ([500], "100.0"),
    ],
)
def test_says_what_share_failed(monkeypatch, capsys, tmp_path, statuses, share):
    log = [request(status=status) for status in statuses]
    assert number(report(monkeypatch, capsys, tmp_path, *log), "failed") == share


def test_of_no_requests_none_failed(monkeypatch, capsys, tmp_path):
    assert number(report(monkeypatch, capsys, tmp_path), "failed") == "0.0"


def test_reads_from_standard_input(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{request()}\n{request(status=500)}\nx\n"))
    printed, status = start(monkeypatch, capsys, "-", "--top", "1")
    assert status in (0, None)
    lines = printed.splitlines()
    assert number(lines, "requests") == "2"
    assert number(lines, "skipped") == "1"
    assert number(lines, "failed") == "50.0"


def long_log(file, seconds):
    """Write a log with a request each second."""
    with file.open("w", encoding="utf-8") as log:
        for second in range(seconds):
            time = f"08:{second // 60:02}:{second % 60:02}"
            log.write(request(time=time, milliseconds=second) + "\n")
    return file


def test_a_large_log_needs_little_memory(monkeypatch, capsys, tmp_path):
    start(monkeypatch, capsys, long_log(tmp_path / "short.log", 10))  # what is loaded only once
    log = long_log(tmp_path / "access.log", 3_000)
    tracemalloc.start()
    try:
        printed, _ = start(monkeypatch, capsys, log)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert number(printed.splitlines(), "requests") == "3000"
    assert peak < 250_000
