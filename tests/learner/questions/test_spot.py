"""`spot`: the number of the wrong line; the author proves that it is wrong."""

from __future__ import annotations

import asyncio

from course.learner.questions.kind import Marked
from course.learner.questions.spot import SpotKind
from course.model import Spot
from tests.learner.questions.right_here import run

KIND = SpotKind()
DOUBLE = Spot(
    code="def double(n):\n    return n * 3\n",
    line=2,
    because="Three is not two.",
    fix="return n * 2",
    check="double(2) == 4",
)
RAISES = Spot(code="x = 1\nint('y')\n", line=2, because="b")


def mark(question: Spot, line: int) -> Marked:
    return asyncio.run(KIND.mark(question, line, run))


def faults(question: Spot) -> list[tuple[tuple[str | int, ...], str]]:
    return [(it.part, it.text) for it in asyncio.run(KIND.faults(question, run))]


def changed(**fields: object) -> Spot:
    return Spot(**{**{name: getattr(DOUBLE, name) for name in DOUBLE.__struct_fields__}, **fields})


def test_lines_have_numbers_and_one_is_the_answer() -> None:
    lines, how = KIND.shown(DOUBLE, "")
    assert lines == ["Which line is wrong?", "", "  1  def double(n):", "  2      return n * 3", ""]
    assert how == "Type the number of the line"
    assert KIND.read(DOUBLE, "2", "") == 2
    assert KIND.read(DOUBLE, "1 2", "") is None
    assert KIND.read(DOUBLE, "3", "") is None


def test_a_wrong_line_is_told_what_the_code_does() -> None:
    right, wrong = mark(DOUBLE, 2), mark(DOUBLE, 1)
    assert (right.correct, right.expected, right.program) == (True, "line 2", None)
    assert (wrong.correct, wrong.told) == (False, "`double(2)` gives `6`. It should give `4`.")
    assert mark(RAISES, 1).program is None


def test_the_author_proves_the_line_by_its_fix() -> None:
    assert faults(DOUBLE) == []
    assert faults(changed(fix="    return n * 2")) == []
    [(part, words)] = faults(changed(check="double(2) == 6"))
    assert part == ("check",)
    assert words.startswith("nothing is wrong: ")
    [(part, words)] = faults(changed(check=None, output=""))
    assert part == ("output",)
    [(part, words)] = faults(changed(fix=None))
    assert part == ("line",)
    assert "add `fix:`, the line" in words
    [(part, words)] = faults(changed(fix="return n * 4"))
    assert "line 2 with the `fix` in its place is not right: `double(2) == 4` is not true" in words


def test_without_a_check_pythons_own_complaint_points_at_the_line() -> None:
    assert faults(RAISES) == []
    [(part, words)] = faults(Spot(code="x = 1\nint('y')\n", line=1, because="b"))
    assert part == ("line",)
    assert words.startswith("Python stops at line 2 with ValueError: ")
    assert "not at line 1" in words
    [(part, words)] = faults(Spot(code="x = 1\n", line=1, because="b"))
    assert words.startswith("nothing proves that this line is the wrong one; add `fix:` (")


def test_the_longer_the_code_the_less_it_is_guessed() -> None:
    assert KIND.chances(DOUBLE)[0] == 1 / 3
    assert KIND.chances(changed(code="a\n\nb\nc\n \nd\n"))[0] == 1 / 4


def test_the_verdict_names_the_line_and_the_answer_is_its_number() -> None:
    assert KIND.verdict(DOUBLE, 2, mark(DOUBLE, 2)) == "Right: line 2"
    assert KIND.verdict(DOUBLE, 1, mark(DOUBLE, 1)) == "Line 1 is not the one. Try again."
    answer = asyncio.run(KIND.right_answer(DOUBLE, run))
    assert (answer.correct, answer.because, answer.expected) == (
        *(False, "Three is not two."),
        "line 2",
    )


def test_the_fix_has_the_place_of_its_line() -> None:
    right = "def double(n):\n    return n * 2\n"
    assert KIND.right(DOUBLE) == right
    assert KIND.right(changed(fix="    return n * 2\n")) == right
    assert KIND.right(changed(fix=None)) == KIND.wrong(DOUBLE) == DOUBLE.code


def test_the_words_of_what_is_wrong_with_a_question() -> None:
    words = [
        *faults(changed(check="double(2) == 6")),
        *faults(changed(fix=None)),
        *faults(Spot(code="x = 1\n", line=1, because="b")),
    ]
    assert words == [
        (
            ("check",),
            "nothing is wrong: the `check` holds for the code as it is; put the mistake into the "
            "code or correct the `check`",
        ),
        (
            ("line",),
            "nothing proves that this line is the wrong one; add `fix:`, the line as it should be",
        ),
        (
            ("line",),
            "nothing proves that this line is the wrong one; add `fix:` (the line as it should "
            "be) and `check:` (true with the fix, not true without)",
        ),
    ]
    [(part, wrong)] = faults(changed(fix="return n * 4"))
    assert (part, wrong) == (
        ("line",),
        "line 2 with the `fix` in its place is not right: `double(2) == 4` is not true; correct "
        "`line`, `fix` or `check`",
    )
    [(part, raises)] = faults(changed(check="double(x) == 4", fix="return n * 4"))
    assert part == ("check",)
    assert "the `check` ends with NameError" in raises
    asked = changed(question="Which one?")
    assert KIND.shown(asked, "")[0][0] == "Which one?"
    assert KIND.chances(DOUBLE) == (1 / 3, 0.18)


def test_what_a_learner_reads_of_it() -> None:
    assert (KIND.heading, KIND.the_answer, KIND.shows) == (
        *("Which line is wrong?", "The answer:"),
        "",
    )
    assert (KIND.runs, KIND.keeps_reason) == (True, True)
