"""Time that is a program's own."""

from __future__ import annotations

from course.worker.own_time import OwnTime


def test_no_time_passes_while_a_machine_stands_still() -> None:
    now = 100.0
    clock = OwnTime(lambda: now)
    began = clock()
    now += 50  # a laptop that was closed
    clock.overslept(49)
    assert 0.0 <= clock() - began <= 1.0
    now += 2
    assert clock() - began <= 3.0


def test_no_time_passes_while_a_thread_without_a_core_keeps_the_interpreter() -> None:
    now = 100.0
    clock = OwnTime(lambda: now)
    began = clock()
    now += 3
    clock.held(2.5)
    clock.held(-1.0)
    assert 0.0 <= clock() - began <= 0.5


def test_what_is_lost_counts_from_the_mark() -> None:
    clock = OwnTime(lambda: 100.0)
    clock.held(2.5)
    clock.mark()
    clock.held(1.5)
    assert 1.5 <= clock.lost() < 2.0
