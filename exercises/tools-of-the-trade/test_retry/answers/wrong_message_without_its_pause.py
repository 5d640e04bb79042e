import time

import pytest

from retry import retry


@pytest.fixture
def pauses(monkeypatch):
    asked = []
    monkeypatch.setattr(time, "sleep", asked.append)
    return asked


class Fails:
    def __init__(self, times, error=ConnectionError):
        self.times = times
        self.error = error
        self.calls = 0

    def __call__(self):
        self.calls += 1
        if self.calls <= self.times:
            raise self.error(f"failure {self.calls}")
        return f"result {self.calls}"


def test_result(pauses):
    action = Fails(0)
    assert retry(action) == "result 1"
    assert action.calls == 1
    assert pauses == []


def test_again(pauses):
    action = Fails(2)
    assert retry(action) == "result 3"


def test_default(pauses):
    action = Fails(9)
    with pytest.raises(ConnectionError, match="failure 3"):
        retry(action)
    assert action.calls == 3
    assert pauses == [1, 2]


def test_tries(pauses):
    action = Fails(9)
    with pytest.raises(ConnectionError, match="failure 5"):
        retry(action, tries=5)
    assert pauses == [1, 2, 4, 8]
    assert action.calls == 5


def test_pause(pauses):
    retry(Fails(2), pause=5)
    assert pauses == [5, 10]


def test_other(pauses):
    action = Fails(9, ValueError)
    with pytest.raises(ValueError):
        retry(action)
    assert action.calls == 1
    assert pauses == []


def test_other_os(pauses):
    action = Fails(9, OSError)
    with pytest.raises(OSError):
        retry(action)
    assert action.calls == 1


def test_says(pauses, capsys):
    retry(Fails(1))
    assert "try 1 failed" in capsys.readouterr().out


def test_one(pauses):
    action = Fails(9)
    with pytest.raises(ConnectionError):
        retry(action, tries=1)
    assert pauses == []
    assert action.calls == 1



