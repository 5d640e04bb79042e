"""How much longer than usual to wait, as others hold the cores."""

from __future__ import annotations

import os

from course.checking.patience import Waiting, patience
from course.worker.limits import LONGEST_WAIT


def test_what_a_process_waits_for_a_core_is_seen_from_outside() -> None:
    waiting = Waiting(os.getpid())
    first = waiting.seconds()
    assert 0.0 <= first <= waiting.seconds()


def test_a_process_that_is_not_there_waits_for_nothing() -> None:
    assert Waiting(None).seconds() == 0.0
    assert Waiting(2**30).seconds() == 0.0


def test_nobody_waits_less_than_usual_or_for_ever() -> None:
    assert 1.0 <= patience() <= LONGEST_WAIT
