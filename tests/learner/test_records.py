"""Rows as they are stored: times that order as text, values that fit in a database and JSON."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import msgspec
import pytest

from course.learner.records import FIRST, LAST, Decision, just_after, moment, stamp

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
