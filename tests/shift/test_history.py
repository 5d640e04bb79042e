"""When customers failed, from minutes alone."""

from __future__ import annotations

import pytest

from course.shift.history import Happened, decode, encode, incidents


def _day(failures: str, ended: bool = False) -> list[Happened]:
    """A minute for each digit, with so many customers failing."""
    found = [
        Happened(at, "minute", {"failed": [f"{at}-{one}" for one in range(int(digit))]})
        for at, digit in enumerate(failures)
    ]
    return [*found, Happened(len(found), "end", {})] if ended else found


@pytest.mark.parametrize(
    ("failures", "ended", "spans"),
    [
        ("0000", False, []),
        ("0110", False, []),  # too few at a time
        ("002200", False, [(2, None)]),  # two quiet minutes could be chance
        ("0022000", False, [(2, 4)]),
        ("002210200000", False, [(2, 7)]),  # it had not been over
        ("2000200", True, [(0, 1), (4, 5)]),
        ("0002", True, [(3, None)]),
        ("00020", True, [(3, 4)]),
    ],
)
def test_quiet_minutes_end_an_incident(
    failures: str, ended: bool, spans: list[tuple[int, int | None]]
) -> None:
    found = incidents(_day(failures, ended), threshold=2)
    assert [(one.began, one.over) for one in found] == spans


def test_all_who_failed_in_it_are_counted_once() -> None:
    [found] = incidents(_day("0213000"), threshold=2)
    assert (found.failed, len(found.customers), found.minutes) == (6, 6, 3)


def test_an_event_is_kept_to_the_byte() -> None:
    event = Happened(3, "flag", {"name": "ü", "value": "on"})
    assert decode(encode(event)) == event
    assert encode(decode(encode(event))) == encode(event)
