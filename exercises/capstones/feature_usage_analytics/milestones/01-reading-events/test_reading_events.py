import gzip
import hashlib
import io
import sys
from datetime import UTC, datetime
from itertools import islice

import pytest

from feature_usage_analytics import make_log
from feature_usage_analytics.events import (
    BadLine,
    BadLines,
    Event,
    all_events,
    open_log,
    parse_line,
    read_events,
)

BASKET = "2026-03-02T09:15:04Z,mei,feature,basket\n"
EMAIL = "2026-03-02T09:16:30Z,jonas,email,spring-sale\n"
CLICK = "2026-03-02T09:20:11Z,jonas,click,spring-sale\n"


def test_a_line_becomes_an_event():
    when = datetime(2026, 3, 2, 9, 15, 4, tzinfo=UTC)
    assert parse_line(BASKET) == Event(when, "mei", "feature", "basket")


def test_the_same_line_is_the_same_event():
    assert len({parse_line(BASKET), parse_line(BASKET), parse_line(EMAIL)}) == 2


def test_emails_and_clicks_are_events_as_well():
    events = [parse_line(EMAIL), parse_line(CLICK)]
    assert [event.kind for event in events] == ["email", "click"]
    assert [event.name for event in events] == ["spring-sale", "spring-sale"]


@pytest.mark.parametrize(
    "line",
    [
        "\n",
        "2026-03-02T09:15:04Z,mei,feature\n",
        "2026-03-02T09:15:04Z,mei,feature,basket,2\n",
        "2026-03-02T09:15:04Z,,feature,basket\n",
        "2026-03-02T09:15:04Z,mei,feature,\n",
        "2026-03-02T09:15:04Z,mei,purchase,basket\n",
        "yesterday,mei,feature,basket\n",
        "2026-02-30T09:15:04Z,mei,feature,basket\n",
        "2026-03-02T09:15:04,mei,feature,basket\n",
        "2026-03-02T09:15:04+01:00,mei,feature,basket\n",
    ],
)
def test_a_line_that_makes_no_sense_is_bad(line):
    with pytest.raises(BadLine):
        parse_line(line)


def test_bad_lines_are_counted_and_named():
    bad = BadLines()
    events = list(read_events([BASKET, "cut o\n", EMAIL, "\n"], "march.log", bad))
    assert [event.user for event in events] == ["mei", "jonas"]
    assert bad.count == 2
    assert [example.rsplit(":", 1)[0] for example in bad.examples] == ["march.log:2", "march.log:4"]


def test_a_bad_line_is_named_with_its_reason():
    bad = BadLines()
    bad.add("march.log", 17, "3 parts, not 4")
    assert bad.examples == ["march.log:17: 3 parts, not 4"]


def test_only_the_first_five_bad_lines_are_kept():
    bad = BadLines()
    assert list(read_events(["cut o\n"] * 1000, "march.log", bad)) == []
    assert bad.count == 1000
    assert len(bad.examples) == 5
    assert bad.examples[4].startswith("march.log:5:")


def test_lines_are_read_when_somebody_asks_for_an_event():
    taken = []

    def lines():
        for line in [BASKET, EMAIL, CLICK]:
            taken.append(line)
            yield line

    events = read_events(lines(), "march.log", BadLines())
    assert taken == []
    assert next(events).name == "basket"
    assert taken == [BASKET]


def test_several_logs_are_read_one_after_the_other(tmp_path):
    first, second = tmp_path / "march.log", tmp_path / "april.log"
    first.write_text(BASKET + "cut o\n", encoding="utf-8")
    second.write_text("cut o\n" + EMAIL, encoding="utf-8")
    bad = BadLines()
    events = list(all_events([str(first), str(second)], bad))
    assert [event.user for event in events] == ["mei", "jonas"]
    assert bad.examples[0].startswith(f"{first}:2:")
    assert bad.examples[1].startswith(f"{second}:1:")


def test_a_log_is_opened_when_the_one_before_it_is_over(tmp_path):
    first, second = tmp_path / "march.log", tmp_path / "april.log"
    first.write_text(BASKET, encoding="utf-8")
    events = all_events([str(first), str(second)], BadLines())
    assert next(events).user == "mei"
    second.write_text(EMAIL, encoding="utf-8")
    assert [event.user for event in events] == ["jonas"]


def test_a_compressed_log_is_read_as_well(tmp_path):
    log = tmp_path / "march.log.gz"
    log.write_bytes(gzip.compress((BASKET + EMAIL).encode("utf-8")))
    assert [event.user for event in all_events([str(log)], BadLines())] == ["mei", "jonas"]


def test_bytes_that_are_no_text_do_not_stop_the_reading(tmp_path):
    plain, packed = tmp_path / "march.log", tmp_path / "april.log.gz"
    plain.write_bytes(b"2026-03-02T09:15:04Z,m\xffi,feature,help\n" + EMAIL.encode("utf-8"))
    packed.write_bytes(gzip.compress(b"\xff\xfe\n" + BASKET.encode("utf-8")))
    bad = BadLines()
    events = list(all_events([str(plain), str(packed)], bad))
    assert [event.user for event in events] == ["jonas", "mei"]
    assert bad.count == 2


def test_a_minus_reads_what_comes_in_and_leaves_it_open(monkeypatch):
    content = b"\xff\xfe\n" + BASKET.encode("utf-8")
    coming_in = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", coming_in)
    bad = BadLines()
    with open_log("-") as lines:
        assert [event.user for event in read_events(lines, "-", bad)] == ["mei"]
    assert bad.examples[0].startswith("-:1:")
    assert not coming_in.closed


def test_the_log_to_try_with_has_not_been_changed(tmp_path, monkeypatch):
    log, packed = tmp_path / "try.log", tmp_path / "try.log.gz"
    monkeypatch.setattr(sys, "argv", ["make_log", "--megabytes", "0.04", "--seed", "4", str(log)])
    make_log.main()
    make_log.write_log(packed, 40_000, seed=4)
    assert hashlib.sha256(log.read_bytes()).hexdigest().startswith("0be85c26752c")
    assert gzip.decompress(packed.read_bytes()) == log.read_bytes()


def test_the_log_to_try_with_can_be_read():
    bad = BadLines()
    events = read_events(islice(make_log.lines(seed=4), 2000), "try.log", bad)
    assert {event.kind for event in events} == {"feature", "email", "click"}
    assert bad.count < 10
