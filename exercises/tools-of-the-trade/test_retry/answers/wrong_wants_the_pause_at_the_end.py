import time

import pytest

from retry import retry


@pytest.fixture
def pauses(monkeypatch):
    """The pauses that were asked for; nobody really waits."""
    asked = []
    monkeypatch.setattr(time, "sleep", asked.append)
    return asked


def fail():
    raise ConnectionError


def test_pauses(pauses):
    with pytest.raises(ConnectionError):
        retry(fail)
    assert pauses == [1, 2, 4]


def test_result(pauses):
    assert retry(lambda: "sent") == "sent"
