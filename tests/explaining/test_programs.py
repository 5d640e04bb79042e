"""Why a whole program ended, told from its report and its source."""

from __future__ import annotations

import pytest

from course.explaining.programs import explain_own, explain_program, explain_stop
from course.model import ExceptionInfo, Frame, ProgramReport, Stuck, StuckVariable, Verdict

PRICES = "prices = {'tea': 4}\nprint(prices['coffee'])\n"


def stopped(type_: str, message: str, line: int = 1, **more: object) -> ExceptionInfo:
    frame = Frame(file="main.py", line=line, function="", code="", **more)  # type: ignore[arg-type]
    return ExceptionInfo(type_, message, (frame,))


def told(source: str, exception: ExceptionInfo | None) -> str | None:
    return explain_program(ProgramReport(Verdict.ERROR, exception=exception), source)


def test_a_good_ending_is_not_explained() -> None:
    assert explain_program(ProgramReport(Verdict.PASSED), "x = 1\n") is None


def test_what_python_cannot_read_comes_before_all_else() -> None:
    words = told("if x\n    pass\n", stopped("SyntaxError", "expected ':'")) or ""
    assert "`:`" in words
    limited = ProgramReport(Verdict.ERROR, limit="It printed too much.")
    assert explain_program(limited, "x = 1\n") == "It printed too much."
    assert explain_program(limited, "if x\n    pass\n") == words


@pytest.mark.parametrize(
    ("type_", "words"),
    [
        ("EOFError", "asks for one more line of input, and the input had ended"),
        ("SystemExit", "That line ends the program."),
        ("KeyboardInterrupt", "That line interrupts the program, as Ctrl+C does in a terminal."),
    ],
)
def test_an_exception_that_a_program_alone_has(type_: str, words: str) -> None:
    assert words in (told("input()\n", stopped(type_, "")) or "")


@pytest.mark.parametrize(
    ("message", "is_refused"),
    [
        ("[Errno 1] Operation not permitted", True),
        ("[Errno 13] Permission denied: '/root/x'", True),
        ("[Errno -3] Temporary failure in name resolution", True),
        ("[Errno 5] Input/output error", False),
    ],
)
def test_what_the_sandbox_refuses_is_told_as_such(message: str, is_refused: bool) -> None:
    words = told("open('/root/x')\n", stopped("OSError", message)) or ""
    assert ("A program runs by itself here" in words) == is_refused


def test_what_a_program_raises_itself_is_told_as_its_own() -> None:
    own = "Your own `raise` on that line made it."
    for type_, message in (("EOFError", "no more"), ("PermissionError", "Permission denied")):
        assert told(f"raise {type_}({message!r})\n", stopped(type_, message)) == own
    ended = stopped("EOFError", "no more")
    assert own in explain_own(ended, "raise EOFError('no more')\n")
    assert told("raise SystemExit\n", stopped("SystemExit", "")) == "That line ends the program."


def test_any_other_exception_is_explained_by_its_kind() -> None:
    words = told(PRICES, stopped("KeyError", "'coffee'", 2)) or ""
    assert "coffee" in words
    assert explain_own(stopped("KeyError", "'coffee'", 2), PRICES).endswith(
        f"{words[:1].upper()}{words[1:]}"
    )


def test_where_it_stopped_stands_before_why_and_the_values_after() -> None:
    variables = {f"v{number}": str(number) for number in range(9)}
    frame = Frame("shop.py", 2, "total", "    return prices['coffee'] ", variables)
    words = explain_own(ExceptionInfo("KeyError", "'coffee'", (frame,)), PRICES)
    where, _, values = words.partition("\n\n")
    assert where.startswith(
        "It stopped on line 2 of `shop.py`, in `total()`: `return prices['coffee']`, with a "
        "`KeyError`. "
    )
    assert values == "The values there: " + ", ".join(f"`v{n} = {n}`" for n in range(8))
    alone = explain_own(stopped("OSError", "no"), "open('x')\n")
    assert alone.startswith("It stopped on line 1 of `main.py`: with an `OSError`.")
    assert "The values there" not in alone
    assert explain_own(stopped("EOFError", ""), "input()\n").endswith(
        "It asks for one more line of input, and the input had ended. A program can catch "
        "`EOFError` where that may happen."
    )


@pytest.mark.parametrize("type_", ["KeyboardInterrupt", "SystemExit"])
def test_an_ending_that_was_wanted_is_not_explained(type_: str) -> None:
    assert explain_own(stopped(type_, ""), "x = 1\n") == ""


def test_what_has_no_line_of_the_learners_or_no_file_that_can_be_read() -> None:
    assert explain_own(ExceptionInfo("ValueError", "no"), "x = 1\n") == ""
    broken = stopped("SyntaxError", "expected ':'")
    words = explain_own(broken, "if x\n    pass\n", "shop.py")
    assert words.startswith("In `shop.py`: ")
    assert explain_own(broken, "x = 1\n", "shop.py").startswith("It stopped on line 1")


def test_an_endless_program_that_is_ended_or_stopped() -> None:
    source = "n = 3\nwhile n < 9:\n    n = n - 1\n"
    still = (StuckVariable("n", "3", changed=False),)
    stuck = Stuck(line=3, code="n = n - 1", variables=still, seconds=2.0)
    ended = ProgramReport(Verdict.TIMEOUT, limit="It ran too long.", stuck=stuck)
    words = explain_program(ended, source) or ""
    assert "as long as `n < 9` is true (line 2)" in words
    stop = explain_stop(ended, source) or ""
    assert stop.startswith("When it was stopped it was on line 3, `n = n - 1`.")
    assert words.endswith(stop)
    in_no_loop = ProgramReport(Verdict.TIMEOUT, stuck=Stuck(line=1, code="n = 3", seconds=2.0))
    assert explain_stop(in_no_loop, source) is None
    assert explain_stop(ProgramReport(Verdict.PASSED), source) is None
    nothing_seen = ProgramReport(Verdict.TIMEOUT, limit="It ran too long.")
    assert "Line 2, `while n < 9:`, is the only `while` in it" in (
        explain_program(nothing_seen, source) or ""
    )
