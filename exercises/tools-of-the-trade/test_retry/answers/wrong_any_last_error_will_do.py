import time

import pytest

from retry import retry


@pytest.fixture
def pauses(monkeypatch):
    asked = []
    monkeypatch.setattr(time, "sleep", asked.append)
    return asked


class Action:
    def __init__(self, *errors):
        self.errors = list(errors)
        self.calls = 0

    def __call__(self):
        self.calls += 1
        if self.errors:
            raise self.errors.pop(0)
        return "sent"


def test_succeeds(pauses, capsys):
    action = Action(ConnectionError(), ConnectionError(), ConnectionError())
    assert retry(action, tries=4, pause=2) == "sent"
    assert pauses == [2, 4, 8]
    assert capsys.readouterr().out == "try 1 failed, next in 2 s\ntry 2 failed, next in 4 s\ntry 3 failed, next in 8 s\n"


def test_last(pauses, capsys):
    action = Action(*[ConnectionError("x")] * 5)
    with pytest.raises(Exception):
        retry(action)
    assert action.calls == 3
    assert pauses == [1, 2]
    assert "try 3" not in capsys.readouterr().out


def test_other_error(pauses):
    action = Action(*[ValueError()] * 9)
    with pytest.raises(ValueError):
        retry(action)
    assert action.calls == 1
    assert pauses == []
