import time

import pytest

from retry import retry


@pytest.fixture
def pauses(monkeypatch):
    """The pauses that were asked for; nobody really waits."""
    asked = []
    monkeypatch.setattr(time, "sleep", asked.append)
    return asked


def test_everything_about_a_carrier_that_never_answers(pauses, capsys):
    calls = []

    def never():
        calls.append("call")
        raise ConnectionError(len(calls))

    with pytest.raises(ConnectionError) as caught:
        retry(never, tries=4)
    assert caught.value.args == (4,)
    assert len(calls) == 4
    assert pauses == [1, 2, 4]
    assert capsys.readouterr().out.splitlines()[0] == "try 1 failed, next in 1 s"


def test_it_gives_the_result(pauses):
    assert retry(lambda: 7, pause=5) == 7


def test_the_first_pause(pauses):
    with pytest.raises(ConnectionError):
        retry(iter_error, tries=2, pause=5)
    assert pauses == [5]


def test_a_mistake_in_the_program_is_no_reason_to_try_again(pauses):
    with pytest.raises(ZeroDivisionError):
        retry(lambda: 1 / 0)
    assert pauses == []


def iter_error():
    raise ConnectionError
