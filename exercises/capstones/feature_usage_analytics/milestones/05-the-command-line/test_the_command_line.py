import gzip
import io
import json
import os
import stat
import sys
import tracemalloc
from datetime import UTC, datetime, timedelta

import pytest

from feature_usage_analytics.__main__ import main

LOG = """\
2026-03-02T23:50:00Z,mei,feature,basket
2026-03-02T23:52:00Z,mei,email,spring-sale
2026-03-03T00:01:00Z,jonas,feature,search
2026-03-02T23:58:00Z,jonas,feature,basket
cut o
2026-03-03T00:22:00Z,mei,click,spring-sale
2026-03-03T00:30:00Z,amira,feature,basket
2026-03-03T00:19:00Z,amira,feature,help
2026-03-04T09:00:00Z,amira,feature,basket
"""

TEXT = """\
DAY         USES  USERS
2026-03-02     2      2  ####################
2026-03-03     2      2  ####################
2026-03-04     1      1  ##########

FEATURE  USES   SHARE
basket      4  80.0 %  ####################
search      1  20.0 %  #####

Clicks within 30 minutes:
E-MAIL       SENT  CLICKED    SHARE
spring-sale     1        1  100.0 %  ####################

Left out: bad lines 1, events too late 1.
"""


@pytest.fixture
def log(tmp_path):
    file = tmp_path / "march.log"
    file.write_text(LOG, encoding="utf-8")
    return str(file)


class LeftPipe(io.RawIOBase):
    """The end of a pipe whose reader has left; quiet when its descriptor leads to nowhere."""

    def __init__(self, file):
        self.file = file

    def writable(self):
        return True

    def fileno(self):
        return self.file.fileno()

    def write(self, data):
        if not stat.S_ISCHR(os.fstat(self.fileno()).st_mode):
            raise BrokenPipeError
        return len(data)


def test_prints_the_report(log, capsys):
    assert main([log]) == 0
    assert capsys.readouterr().out == TEXT


def test_the_arguments_of_the_command_line_are_taken(log, capsys, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["feature_usage_analytics", log])
    assert main() == 0
    assert capsys.readouterr().out == TEXT


def test_bad_lines_are_named_beside_the_report(log, capsys):
    main([log])
    assert f"{log}:5:" in capsys.readouterr().err


def test_thousands_of_bad_lines_are_not_printed_one_by_one(tmp_path, capsys):
    file = tmp_path / "broken.log"
    file.write_text("cut o\n" * 7_777, encoding="utf-8")
    assert main([str(file)]) == 0
    printed = capsys.readouterr()
    assert printed.out == "Nothing to report.\n\nLeft out: bad lines 7,777, events too late 0.\n"
    assert f"{file}:5:" in printed.err
    assert len(printed.err.splitlines()) < 10
    assert "7777" in printed.err


def test_a_good_log_causes_no_complaint(tmp_path, capsys):
    file = tmp_path / "good.log"
    good = LOG.replace("cut o\n", "").replace("2026-03-03T00:19:00Z,amira,feature,help\n", "")
    file.write_text(good, encoding="utf-8")
    assert main([str(file)]) == 0
    assert capsys.readouterr().err == ""


def test_the_days_named_are_included(log, capsys):
    main([log, "--from", "2026-03-03", "--to", "2026-03-03", "--format", "csv"])
    assert capsys.readouterr().out.splitlines()[1:] == [
        "2026-03-03,basket,1,50.0",
        "2026-03-03,search,1,50.0",
    ]


def test_from_and_to_can_stand_alone(log, capsys):
    main([log, "--from", "2026-03-04", "--format", "csv"])
    assert capsys.readouterr().out.splitlines()[1:] == ["2026-03-04,basket,1,100.0"]
    main([log, "--to", "2026-03-02", "--format", "csv"])
    assert capsys.readouterr().out.splitlines()[1:] == ["2026-03-02,basket,2,100.0"]


def test_a_clock_that_is_wrong_by_years_does_no_harm_outside_the_days(tmp_path, capsys):
    file = tmp_path / "wrong.log"
    file.write_text("2031-01-01T00:00:00Z,tomas,feature,help\n" + LOG, encoding="utf-8")
    main([str(file), "--to", "2026-12-31"])
    assert capsys.readouterr().out == TEXT


def test_the_report_as_json(log, capsys):
    assert main([log, "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [day["users"] for day in report["days"]] == [2, 2, 1]
    assert (report["window"], report["bad_lines"], report["too_late"]) == (30, 1, 1)


def test_ten_minutes_late_is_in_time_and_a_second_more_is_not(tmp_path, capsys):
    file = tmp_path / "late.log"
    times = ["00:30:00", "00:20:00", "00:19:59"]
    file.write_text("".join(f"2026-03-03T{time}Z,mei,feature,help\n" for time in times), encoding="utf-8")
    main([str(file), "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    assert [day["features"] for day in report["days"]] == [{"help": 2}]
    assert report["too_late"] == 1


def test_the_logs_are_read_in_the_order_in_which_they_are_named(tmp_path, capsys):
    for name, day in (("a.log", 2), ("b.log", 3)):
        line = f"2026-03-0{day}T09:00:00Z,mei,feature,help\n"
        (tmp_path / name).write_text(line, encoding="utf-8")
    main([str(tmp_path / "b.log"), str(tmp_path / "a.log"), "--format", "json"])
    assert json.loads(capsys.readouterr().out)["too_late"] == 1
    main([str(tmp_path / "a.log"), str(tmp_path / "b.log"), "--format", "json"])
    assert json.loads(capsys.readouterr().out)["too_late"] == 0


def test_the_window_is_in_minutes(log, capsys):
    main([log, "--window", "29", "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    assert report["window"] == 29
    assert report["emails"] == [{"name": "spring-sale", "sent": 1, "clicked": 0, "share": 0.0}]
    main([log, "--window", "0", "--format", "json"])
    assert json.loads(capsys.readouterr().out)["window"] == 0


def test_several_logs_one_of_them_compressed(tmp_path, capsys):
    first, *others = LOG.splitlines(keepends=True)
    plain, packed = tmp_path / "first.log", tmp_path / "others.log.gz"
    plain.write_text(first, encoding="utf-8")
    packed.write_bytes(gzip.compress("".join(others).encode("utf-8")))
    assert main([str(plain), str(packed)]) == 0
    assert capsys.readouterr().out == TEXT


def test_a_minus_reads_what_comes_in(monkeypatch, capsys):
    coming_in = io.TextIOWrapper(io.BytesIO(LOG.encode("utf-8")), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", coming_in)
    assert main(["-"]) == 0
    assert capsys.readouterr().out == TEXT


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["LOG", "--format", "xml"],
        ["LOG", "--window", "-1"],
        ["LOG", "--window", "long"],
        ["LOG", "--from", "monday"],
        ["LOG", "--to", "2026-02-30"],
        ["LOG", "--from", "2026-03-04", "--to", "2026-03-03"],
    ],
)
def test_options_that_make_no_sense_are_told(options, log, capsys):
    with pytest.raises(SystemExit) as ended:
        main([log if option == "LOG" else option for option in options])
    assert ended.value.code == 2
    assert capsys.readouterr().out == ""


def test_one_day_can_be_first_and_last(log, capsys):
    assert main([log, "--from", "2026-03-04", "--to", "2026-03-04"]) == 0
    assert capsys.readouterr().out.startswith("DAY")


def test_a_log_that_is_missing(log, tmp_path, capsys):
    assert main([log, str(tmp_path / "missing.log")]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "missing.log" in printed.err


@pytest.mark.parametrize("content", [b"no gzip at all", gzip.compress(LOG.encode("utf-8"))[:-20]])
def test_a_compressed_log_that_is_broken(content, tmp_path, capsys):
    packed = tmp_path / "broken.log.gz"
    packed.write_bytes(content)
    assert main([str(packed)]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err != ""


def test_a_reader_who_leaves_is_no_error(log, tmp_path, monkeypatch, capsys):
    with (tmp_path / "pipe").open("wb") as file:
        pipe = io.TextIOWrapper(io.BufferedWriter(LeftPipe(file)), encoding="utf-8")
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", pipe)
            assert main([log]) == 0
        pipe.close()  # as Python does at its end
    assert "Broken" not in capsys.readouterr().err


def test_a_longer_log_needs_no_more_memory(tmp_path, capsys):
    def peak_memory(minutes):
        file = tmp_path / f"{minutes}.log"
        with file.open("w", encoding="utf-8") as lines:
            for minute in range(minutes):
                when = datetime(2026, 3, 2, tzinfo=UTC) + timedelta(minutes=minute)
                kind = ("feature", "email", "click", "cut")[minute % 4]
                user, name = f"user-{minute % 150}", f"name-{minute % 7}"
                lines.write(f"{when:%Y-%m-%dT%H:%M:%SZ},{user},{kind},{name}\n")
        tracemalloc.start()
        try:
            assert main([str(file)]) == 0
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak_memory(1)  # what Python loads only once is loaded now
    assert 0 < peak_memory(2_000) < 2 * peak_memory(300)
    assert "bad lines 500," in capsys.readouterr().out
