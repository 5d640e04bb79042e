import time

import pytest

from retry import retry


@pytest.fixture
def pauses(monkeypatch):
    """The pauses that were asked for; nobody really waits."""
    asked = []
    monkeypatch.setattr(time, "sleep", asked.append)
    return asked


def answers(*results):
    """An action that gives these results; errors are raised."""
    left = list(results)

    def action():
        result = left.pop(0)
        if isinstance(result, Exception):
            raise result
        return result

    action.left = left
    return action


LOST = ConnectionError("lost")


def test_first_call(pauses, capsys):
    assert retry(answers("a", "b")) == "a"
    assert pauses == []
    assert capsys.readouterr().out == ""


def test_third_call(pauses, capsys):
    assert retry(answers(LOST, LOST, "late")) == "late"
    assert pauses == [1, 2]
    assert "try 2 failed, next in 2 s" in capsys.readouterr().out


def test_more_tries_and_longer_pauses(pauses):
    assert retry(answers(LOST, LOST, LOST, "late"), tries=4, pause=3) == "late"
    assert pauses == [3, 6, 12]


def test_all_fail(pauses):
    action = answers(LOST, LOST, LOST, "too late")
    with pytest.raises(ConnectionError):
        retry(action)
    assert action.left == ["too late"]
    assert len(pauses) == 2


def test_other_errors(pauses):
    action = answers(KeyError("x"), "fine")
    with pytest.raises(KeyError):
        retry(action)
    assert action.left == ["fine"]
