"""How much longer than usual to wait, as others hold the cores."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from course.checking.patience import Share, patience
from course.worker.limits import LONGEST_WAIT


def test_what_a_process_has_and_waits_for_is_seen_from_outside() -> None:
    share = Share(os.getpid())
    waited, spent = share.waited(), share.spent()
    assert 0.0 <= waited <= share.waited()
    assert 0.0 <= spent <= share.spent()


@pytest.mark.skipif(not Path("/proc/self/schedstat").exists(), reason="nobody counts here")
def test_who_works_has_had_a_core() -> None:
    share = Share(os.getpid())
    began = time.thread_time()
    while time.thread_time() < began + 0.05:
        pass
    assert 0.01 < share.spent() < 1_000, "seconds"


def test_a_process_that_is_not_there_has_and_waits_for_nothing() -> None:
    for process in (None, 2**30):
        assert (Share(process).spent(), Share(process).waited()) == (0.0, 0.0)


def test_nobody_waits_less_than_usual_or_for_ever() -> None:
    assert 1.0 <= patience() <= LONGEST_WAIT


@pytest.mark.skipif(sys.platform == "win32", reason="nobody counts there")
def test_who_shares_the_cores_with_many_waits_as_many_times_as_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    many = (os.cpu_count() or 1) * 10**6
    monkeypatch.setattr(os, "getloadavg", lambda: (many, 0.0, 0.0))
    assert patience() == LONGEST_WAIT


@pytest.mark.skipif(sys.platform == "win32", reason="nobody counts there")
def test_where_three_share_a_core_it_takes_three_times_as_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 10**6)
    monkeypatch.setattr(os, "getloadavg", lambda: (3.0 * 10**6, 0.0, 0.0))
    assert patience() == 3.0
    monkeypatch.setattr(os, "getloadavg", lambda: (0.5 * 10**6, 0.0, 0.0))
    assert patience() == 1.0
