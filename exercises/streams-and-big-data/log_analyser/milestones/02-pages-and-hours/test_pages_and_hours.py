import importlib
import re
import sys


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


def pages(lines):
    """The pages and their numbers, in the order in which they were printed."""
    found = [re.search(r"(/\S*)\D+(\d+)", line) for line in lines if "/" in line]
    return [(match[1], int(match[2])) for match in found]


def bars(lines):
    """The length of the bar of each hour, in the order in which they were printed."""
    return [(re.search(r"\d\d:00", line)[0], line.count("#")) for line in lines if "#" in line]


def log_of(**counts):
    """So many requests of each page."""
    return [request(page=f"/{page}") for page, count in counts.items() for _ in range(count)]


def test_the_page_with_most_requests_comes_first(monkeypatch, capsys, tmp_path):
    lines = report(monkeypatch, capsys, tmp_path, *log_of(mugs=2, tea=11, pens=3))
    assert pages(lines) == [("/tea", 11), ("/pens", 3), ("/mugs", 2)]


def test_pages_with_the_same_number_are_in_alphabetical_order(monkeypatch, capsys, tmp_path):
    lines = report(monkeypatch, capsys, tmp_path, *log_of(tea=2, cups=2, pens=3, bags=2))
    assert pages(lines) == [("/pens", 3), ("/bags", 2), ("/cups", 2), ("/tea", 2)]


def test_there_are_five_pages_unless_told_otherwise(monkeypatch, capsys, tmp_path):
    log = log_of(a=7, b=6, c=5, d=4, e=3, f=2)
    assert len(pages(report(monkeypatch, capsys, tmp_path, *log))) == 5


def test_top_says_how_many_pages(monkeypatch, capsys, tmp_path):
    log = log_of(a=7, b=6, c=5, d=4, e=3, f=2)
    two = pages(report(monkeypatch, capsys, tmp_path, *log, options=["--top", "2"]))
    assert two == [("/a", 7), ("/b", 6)]
    assert len(pages(report(monkeypatch, capsys, tmp_path, *log, options=["--top", "20"]))) == 6


def test_the_option_may_come_first(monkeypatch, capsys, tmp_path):
    log = tmp_path / "access.log"
    log.write_text("\n".join(log_of(a=2, b=1)) + "\n", encoding="utf-8")
    printed, _ = start(monkeypatch, capsys, "--top", "1", log)
    assert pages(printed.splitlines()) == [("/a", 2)]


def test_each_hour_has_a_bar(monkeypatch, capsys, tmp_path):
    log = (
        [request(time="23:59:59")] * 3
        + [request(time="08:00:00")] * 8
        + [request(time="09:30:00")] * 4
    )
    lines = report(monkeypatch, capsys, tmp_path, *log)
    assert bars(lines) == [("08:00", 40), ("09:00", 20), ("23:00", 15)]


def test_a_bar_is_rounded_down(monkeypatch, capsys, tmp_path):
    log = [request(time="08:00:00")] * 7 + [request(time="09:30:00")] * 5
    assert bars(report(monkeypatch, capsys, tmp_path, *log)) == [("08:00", 40), ("09:00", 28)]


def test_even_the_quietest_hour_has_one(monkeypatch, capsys, tmp_path):
    log = [request(time="08:00:00")] * 100 + [request(time="03:30:00")]
    assert bars(report(monkeypatch, capsys, tmp_path, *log)) == [("03:00", 1), ("08:00", 40)]


def test_the_same_hour_of_two_days_is_one_bar(monkeypatch, capsys, tmp_path):
    log = [request(time="08:00:00"), "2026-03-03T08:59:00 200 /tea 12"]
    assert bars(report(monkeypatch, capsys, tmp_path, *log)) == [("08:00", 40)]


def test_skipped_lines_count_nowhere(monkeypatch, capsys, tmp_path):
    lines = report(monkeypatch, capsys, tmp_path, request(), "2026-03-02T09:00:00 200 /mugs")
    assert pages(lines) == [("/tea", 1)]
    assert bars(lines) == [("08:00", 40)]
