import time

import pytest

from retry import retry


@pytest.fixture
def pauses(monkeypatch):
    """The pauses that were asked for; nobody really waits."""
    asked = []
    monkeypatch.setattr(time, "sleep", asked.append)
    return asked


class Carrier:
    """A fake that fails some times before it answers, and counts the calls."""

    def __init__(self, failures, error=ConnectionError):
        self.failures = failures
        self.error = error
        self.calls = 0

    def __call__(self):
        self.calls += 1
        if self.calls <= self.failures:
            raise self.error(f"call {self.calls}")
        return "sent"


def test_a_success_is_handed_back(pauses):
    assert retry(Carrier(0)) == "sent"


def test_a_success_at_once_is_called_once_and_waits_never(pauses):
    carrier = Carrier(0)
    retry(carrier)
    assert (carrier.calls, pauses) == (1, [])


@pytest.mark.parametrize("failures", [1, 2])
def test_goes_on_until_it_succeeds(pauses, failures):
    carrier = Carrier(failures)
    assert retry(carrier) == "sent"
    assert carrier.calls == failures + 1


def test_the_pause_doubles_each_time(pauses):
    retry(Carrier(3), tries=4)
    assert pauses == [1, 2, 4]


def test_the_first_pause_can_be_chosen(pauses):
    retry(Carrier(2), pause=5)
    assert pauses == [5, 10]


def test_after_three_tries_the_last_error_is_raised(pauses):
    carrier = Carrier(9)
    with pytest.raises(ConnectionError, match="call 3"):
        retry(carrier)
    assert carrier.calls == 3


def test_nobody_waits_after_the_last_try(pauses):
    with pytest.raises(ConnectionError):
        retry(Carrier(9), tries=2)
    assert pauses == [1]


def test_another_error_is_not_tried_again(pauses):
    carrier = Carrier(1, error=ValueError)
    with pytest.raises(ValueError, match="call 1"):
        retry(carrier)
    assert carrier.calls == 1


def test_each_failure_is_told(pauses, capsys):
    retry(Carrier(2))
    assert capsys.readouterr().out == (
        "try 1 failed, next in 1 s\ntry 2 failed, next in 2 s\n"
    )
