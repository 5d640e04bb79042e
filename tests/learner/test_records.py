"""Rows as they are stored: times that order as text, values that fit in a database and JSON."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import msgspec
import pytest

from course.learner.records import (
    FIRST,
    LAST,
    Answer,
    Attempt,
    Decision,
    Help,
    Hint,
    Note,
    Placed,
    Record,
    Review,
    Try,
    Visit,
    just_after,
    moment,
    stamp,
)

ROW = {"uuid": "u" * 8, "at": "2026-03-01T17:05:00.000123Z", "name": "path"}


@pytest.mark.parametrize("value", [2**63 - 1, -(2**63), 127, 0, 1.5, True, None, "x", [1, [2]]])
def test_a_value_that_fits_comes_back_as_it_was(value: object) -> None:
    assert msgspec.convert({**ROW, "value": value}, Decision).value == value


@pytest.mark.parametrize("value", [2**63, -(2**63) - 1, [2**63], [[[[1]]]]])
def test_a_value_that_does_not_fit_is_refused(value: object) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({**ROW, "value": value}, Decision)


def test_times_are_stored_in_utc_and_order_as_text() -> None:
    east = timezone(timedelta(hours=5))
    at = datetime(2026, 3, 1, 22, 5, 0, 123, tzinfo=east)
    assert stamp(at) == "2026-03-01T17:05:00.000123Z"
    assert moment(stamp(at)) == at
    assert just_after(stamp(at)) == "2026-03-01T17:05:00.000124Z"
    assert stamp(datetime(1, 1, 2, tzinfo=UTC)) == stamp(FIRST)
    assert stamp(datetime(9999, 1, 1, tzinfo=UTC)) == stamp(LAST)


def test_the_name_of_a_row_is_short_and_not_empty() -> None:
    def row(uuid: str) -> Decision:
        fields = {"uuid": uuid, "at": stamp(FIRST), "name": "n", "value": None}
        return msgspec.convert(fields, Decision)

    assert row("x" * 64).uuid == "x" * 64
    for uuid in ("", "x" * 65):
        with pytest.raises(msgspec.ValidationError):
            row(uuid)


MANY = [str(number) for number in range(10_001)]
BOUNDS: list[tuple[type[Record], str, object, object]] = [
    (Decision, "name", "x" * 2_000, "x" * 2_001),
    (Note, "text", "x" * 4_000_000, "x" * 4_000_001),
    (Visit, "step", 0, -1),
    (Visit, "step", 2**63 - 1, 2**63),
    (Attempt, "seconds", 0.0, -0.1),
    (Attempt, "seconds", 1e9, 1e9 + 1),
    (Attempt, "mistakes", ["m"] * 10_000, ["m"] * 10_001),
    (Attempt, "tests", dict.fromkeys(MANY[1:], "p"), dict.fromkeys(MANY, "p")),
    (Review, "rating", 1, 0),
    (Review, "rating", 4, 5),
    (Placed, "outcome", "unknown", "perhaps"),
    (Placed, "outcome", "right", "Right"),
    (Placed, "outcome", "wrong", ""),
    (Decision, "at", "1970-01-01T00:00:00.000000Z", "1969-12-31T23:59:59.999999Z"),
    (Decision, "at", "2999-12-30T23:59:59.999999Z", "3000-01-01T00:00:00.000000Z"),
    (Decision, "at", "2000-02-29T10:00:00.000000Z", "2001-02-29T10:00:00.000000Z"),
    (Decision, "at", ROW["at"], ROW["at"] + "\n"),
    (Decision, "at", ROW["at"], ROW["at"][:-4] + "Z"),
    (Decision, "at", ROW["at"], ROW["at"][:-1]),
    (Decision, "at", ROW["at"], " " + ROW["at"]),
]  # fmt: skip
FULL = {
    **ROW, "lesson": "a/b", "step": 1, "exercise": "a/b", "verdict": "passed", "source_hash": "0",
    "source": "", "card": "c", "rating": 3, "item": "i", "note": "n", "text": "t", "round": "r",
    "module": "m", "question": "q", "outcome": "right",
}  # fmt: skip


@pytest.mark.parametrize(("kind", "column", "fits", "odd"), BOUNDS)
def test_what_a_row_from_elsewhere_may_hold(
    kind: type[Record], column: str, fits: object, odd: object
) -> None:
    msgspec.convert({**FULL, column: fits}, kind)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({**FULL, column: odd}, kind)


def test_a_row_of_another_course_may_leave_out_what_it_did_not_know() -> None:
    attempt, tried, helped, review = (
        msgspec.convert({**FULL, "rung": "whole"}, kind) for kind in (Attempt, Try, Help, Review)
    )
    assert (attempt.hints, attempt.mistakes, attempt.seconds, attempt.tests) == (0, (), 0.0, {})
    assert (tried.hints, tried.mistakes, tried.passed) == (0, (), True)
    assert (helped.number, helped.text, review.seconds) == (0, "t", 0.0)
    without = {name: value for name, value in FULL.items() if name not in ("text", "verdict")}
    assert msgspec.convert({**without, "rung": "whole"}, Help).text == ""
    assert not msgspec.convert({**FULL, "verdict": "failed"}, Try).passed


def test_a_clock_is_believed_from_1970_to_2999() -> None:
    first, last = datetime(1970, 1, 1, tzinfo=UTC), datetime(2999, 12, 30, tzinfo=UTC)
    assert stamp(first) == "1970-01-01T00:00:00.000000Z"
    assert stamp(first + timedelta(microseconds=1)) == "1970-01-01T00:00:00.000001Z"
    assert stamp(first - timedelta(microseconds=1)) == "1970-01-01T00:00:00.000000Z"
    assert stamp(last - timedelta(microseconds=1)) == "2999-12-29T23:59:59.999999Z"
    assert stamp(last + timedelta(microseconds=1)) == "2999-12-30T00:00:00.000000Z"


@pytest.mark.parametrize(
    "kind", [Visit, Answer, Attempt, Try, Hint, Help, Review, Note, Decision, Placed]
)
def test_what_is_in_a_row_is_named(kind: type[Record]) -> None:
    with pytest.raises(TypeError, match="positional"):
        kind("a/b")  # type: ignore[misc]
