import time

import pytest

from retry import retry


@pytest.fixture
def pauses(monkeypatch):
    """The pauses that were asked for; nobody really waits."""
    asked = []
    monkeypatch.setattr(time, "sleep", asked.append)
    return asked


def test_gives_the_result(pauses):
    assert retry(lambda: "sent") == "sent"


def test_goes_on(pauses, capsys):
    left = [1, 2]

    def action():
        if left:
            raise ConnectionError(left.pop())
        return "sent"

    assert retry(action) == "sent"
    assert capsys.readouterr().out.count("failed") == 2


def test_gives_up(pauses):
    calls = []

    def action():
        calls.append(1)
        raise ConnectionError

    with pytest.raises(ConnectionError):
        retry(action)
    assert len(calls) == 3


def test_other_errors(pauses):
    with pytest.raises(ValueError):
        retry(lambda: int("x"))
