import pytest
from retry import retry


def scanner(*answers):
    """A function that gives these answers, then None, and notes its arguments."""

    def scan(*args, **kwargs):
        scan.calls.append((args, kwargs))
        number = len(scan.calls)
        return answers[number - 1] if number <= len(answers) else None

    scan.calls = []
    return scan


def test_a_good_first_answer_is_returned():
    scan = scanner("TEA-01")
    assert retry(3)(scan)() == "TEA-01"


def test_after_a_failed_try_it_tries_again():
    scan = scanner(None, "TEA-01")
    assert retry(3)(scan)() == "TEA-01"
    tries = len(scan.calls)
    assert tries == 2


def test_the_last_try_counts_too():
    scan = scanner(None, None, "TEA-01")
    assert retry(3)(scan)() == "TEA-01"


def test_after_a_good_answer_there_is_no_further_try():
    scan = scanner("TEA-01", "MUG-02", "PEN-05")
    assert retry(3)(scan)() == "TEA-01"
    tries = len(scan.calls)
    assert tries == 1


def test_gives_up_after_the_last_try():
    scan = scanner(None, None, "TEA-01")
    assert retry(2)(scan)() is None
    tries = len(scan.calls)
    assert tries == 2


def test_zero_is_a_good_answer():
    scan = scanner(0, 5)
    assert retry(2)(scan)() == 0
    tries = len(scan.calls)
    assert tries == 1


def test_an_empty_text_and_false_are_good_answers():
    assert retry(2)(scanner("", "late"))() == ""
    assert retry(2)(scanner(False, True))() is False


def test_the_arguments_pass_through_at_each_try():
    scan = scanner(None, "TEA-01")
    assert retry(3)(scan)("north", lane=2) == "TEA-01"
    arguments_of_each_try = scan.calls
    assert arguments_of_each_try == [(("north",), {"lane": 2}), (("north",), {"lane": 2})]


def test_each_call_has_its_full_number_of_tries():
    scan = scanner(None, None, None, "TEA-01")
    decorated = retry(2)(scan)
    assert decorated() is None
    assert decorated() == "TEA-01"


def test_an_exception_reaches_the_caller_at_once():
    tries = []

    def scan():
        tries.append("try")
        raise ValueError("the gate is closed")

    with pytest.raises(ValueError, match="the gate is closed"):
        retry(3)(scan)()
    assert len(tries) == 1


def test_with_no_tries_the_function_is_not_called():
    scan = scanner("TEA-01")
    assert retry(0)(scan)() is None
    tries = len(scan.calls)
    assert tries == 0


def test_works_behind_an_at_sign_and_keeps_the_name():
    @retry(2)
    def scan_label(gate):
        """Scan one label."""
        return f"label at {gate}"

    assert scan_label("north") == "label at north"
    assert scan_label.__name__ == "scan_label"


def test_the_decorated_function_is_a_new_one():
    scan = scanner(None)
    assert retry(1)(scan) is not scan
