"""Reviews: which comments find a defect, which are false alarms, and what is told of both."""

from __future__ import annotations

import asyncio
from pathlib import Path

import msgspec
import pytest
from syrupy.assertion import SnapshotAssertion

from course.catalogue import read_exercise
from course.checking.kinds import review
from course.checking.kinds.comment_words import finds_fault
from course.checking.kinds.review import Comment, Score, _beside, _statement, score
from course.model import Verdict
from tests.checking.door import Door

REVIEW = read_exercise(Path(__file__).parents[2] / "authoring/content/exercises/shop/review_fee")
EXERCISES = Path(__file__).parents[3] / "exercises"
DIFF = (REVIEW.folder / "change.diff").read_text("utf-8")


def commented(*lines: int) -> str:
    """The diff with a comment under each of these lines."""
    out = []
    for number, line in enumerate(DIFF.splitlines(), start=1):
        out.append(line)
        if number in lines:
            out.append(">> boundary: the third day should be free")
    return "\n".join(out) + "\n"


@pytest.mark.parametrize(
    ("source", "verdict", "words"),
    [
        (DIFF, Verdict.FAILED, "There is no comment yet."),
        (commented(7), Verdict.PASSED, "You found 1 of 1 defect."),
        (commented(8), Verdict.PASSED, "You found 1 of 1 defect."),
        (
            commented(7, 13, 14),
            Verdict.PASSED,
            "2 comments are on lines that are fine (line 14, 16",
        ),
        (commented(7, 11, 13, 14), Verdict.FAILED, "3 of your 4 comments are about lines that"),
        (commented(13), Verdict.FAILED, "You found 0 of 1 defect"),
        (
            commented(7).replace("+    return 0\n", ""),
            Verdict.ERROR,
            "The diff itself was changed.",
        ),
        (DIFF.replace("days >= 3:", "days >= 3:\n>>"), Verdict.FAILED, "There is no comment yet."),
    ],
)
def test_a_review(door: Door, source: str, verdict: Verdict, words: str) -> None:
    report = door.check(REVIEW, source)
    assert report.verdict is verdict
    assert words in report.diagnosis[0].text


def test_a_comment_that_finds_nothing_is_told_no_kind_and_no_line(door: Door) -> None:
    report = door.check(REVIEW, commented(13))
    assert {one.id: one.outcome for one in report.tests} == {
        "defect::1": "failed",
        "false_alarms": "passed",
    }
    assert report.diagnosis[1].text == "Still unmarked: 1 serious defect."
    assert report.tests[0].name == "a serious defect is not marked yet"
    assert report.tests[0].line is None


def test_who_has_found_one_defect_is_told_the_kinds_of_the_others(door: Door) -> None:
    second = msgspec.structs.replace(REVIEW.defects[0], lines=(13,), category="rounding")
    both = msgspec.structs.replace(REVIEW, defects=(*REVIEW.defects, second))
    report = door.check(both, commented(7))
    assert report.diagnosis[1].text == "Still unmarked: 1 serious defect. Look for: rounding."
    assert report.tests[1].name == "a serious defect (rounding) is not marked yet"
    assert report.tests[1].line is None


def test_which_lines_are_fine_is_told_after_a_pass_only(door: Door) -> None:
    report = door.check(REVIEW, commented(13))
    assert report.diagnosis[0].text == (
        "You found 0 of 1 defect; 1 comment is on lines that are fine."
    )
    assert report.tests[-1].line is None
    assert door.check(REVIEW, commented(7, 13)).tests[-1].line == 14


def test_too_many_comments_are_not_told_what_they_found(door: Door) -> None:
    for marked in [(11, 13, 14), (7, 11, 13, 14), tuple(range(1, 15))]:
        report = door.check(REVIEW, commented(*marked))
        assert [(one.id, one.line) for one in report.tests] == [("false_alarms", None)]
        assert [one.name for one in report.diagnosis] == ["false_alarms"]
    again = door.check(REVIEW, commented(7, 11, 13, 14)).diagnosis
    other = door.check(REVIEW, commented(8, 11, 13, 14)).diagnosis
    assert again == other


@pytest.mark.parametrize("everything", [False, True])
def test_marking_every_line_says_nothing_of_any_line(everything: bool) -> None:
    for folder in sorted(EXERCISES.glob("*/review_*")):
        exercise = read_exercise(folder)
        reasons = " ".join(" ".join(one.why.split()) for one in exercise.defects)
        said = reasons if everything else "the total is wrong here"
        source = "".join(f"{line}\n>> {said}\n" for line in exercise.starter.splitlines())
        report = asyncio.run(review.check(exercise, source, None))  # type: ignore[arg-type]
        assert report.verdict is Verdict.FAILED
        assert [one.id for one in report.tests] == ["false_alarms"]
        assert report.tests[0].line is None
        assert [one.name for one in report.diagnosis] == ["false_alarms"]


def test_several_lines_of_a_comment_are_one(door: Door) -> None:
    source = commented(13).replace("be free\n", "be free\n>> I think\n>> at least\n")
    report = door.check(REVIEW, source)
    assert "1 comment is on lines that are fine" in report.diagnosis[0].text


def test_a_second_comment_on_a_defect_that_was_found_is_no_false_alarm() -> None:
    lines = DIFF.splitlines()
    defect = REVIEW.defects[0]
    far = next(at for at in range(1, len(lines) + 1) if min(abs(at - n) for n in defect.lines) > 3)
    words = "the third day should be free"
    once = [Comment(defect.lines[0], words)]
    twice = [*once, Comment(defect.lines[0], f"{words}, as the boundary says")]
    for comments in (once, twice):
        result = score(DIFF, REVIEW.defects, comments)
        assert result.hits[defect] == comments[0]
        assert result.false_alarms == ()
        assert result.beside == ()
        assert result.passed
    elsewhere = Comment(far, words)
    assert score(DIFF, REVIEW.defects, [*twice, elsewhere]).false_alarms == (elsewhere,)


@pytest.mark.parametrize(
    "words",
    [
        "beautiful comparison",
        "perfect",
        "x",
        "this looks wrong",
        "there is a bug on this line",
        "LGTM, great use of days",
        "nice and clean",
        "?",
        "wrong!",
    ],
)
def test_a_comment_that_does_not_say_what_is_wrong_finds_nothing(words: str) -> None:
    lines = REVIEW.starter.splitlines()
    defect = REVIEW.defects[0].lines[0]
    source = "\n".join([*lines[:defect], f">> {words}", *lines[defect:]]) + "\n"
    report = asyncio.run(review.check(REVIEW, source, None))  # type: ignore[arg-type]
    assert report.verdict is Verdict.FAILED
    assert report.diagnosis[-1].name == "says_nothing"
    assert f"(line {defect})" in report.diagnosis[-1].text


@pytest.mark.parametrize(
    "words",
    [
        "boundary: the third day should be free",
        "boundary",
        "off by one",
        "nice idea, but day three must be free",
        "due today is not late",
        "three days cost already",
    ],
)
def test_a_comment_that_says_what_is_wrong_finds_the_defect(words: str) -> None:
    assert finds_fault(words)


def test_every_reason_of_the_course_says_what_is_wrong() -> None:
    for folder in sorted(EXERCISES.glob("*/*")):
        if (folder / "defects.yaml").is_file():
            for defect in read_exercise(folder).defects:
                assert finds_fault(defect.why), defect.why
                assert finds_fault(defect.category), defect.category


def test_where_a_diff_was_changed_is_its_first_line_that_differs() -> None:
    change = review._first_change
    lines = DIFF.splitlines()
    assert change(REVIEW, "\n".join([lines[0], ">> a comment", "other", *lines[2:]])) == 3
    assert change(REVIEW, "\n".join(["other", *lines[1:]])) == 1
    assert change(REVIEW, "\n".join([*lines, "more"])) == len(lines) + 1
    assert change(REVIEW, "\n".join(lines[:-1])) == len(lines) - 1
    assert change(REVIEW, "") == 1


@pytest.mark.parametrize(
    ("lines", "line", "begins"),
    [
        ([" call(", "+    a,", "+    b)"], 3, 1),
        ([" call(", "+    a,", "+    b)"], 1, 1),
        ([" x = [f(1),", "+    2]"], 2, 1),
        ([" x = {1: (2),", "+    3: 4}"], 2, 1),
        ([" call(a)", "+b"], 2, 2),
        ([" call(", "-    old(", "+    b)"], 3, 1),
        ([" call(", "@@ -1,2 +1,2 @@", "+    b)"], 3, 3),
        ([" (", " f()", "+b"], 3, 1),
        ([" call((", " a)", "+b"], 3, 1),
        ([" x = '?'", "+b"], 2, 2),
        ([" call(", "+    '?',", "+    b)"], 3, 1),
    ],
)
def test_a_statement_begins_where_the_bracket_was_opened(
    lines: list[str], line: int, begins: int
) -> None:
    assert _statement(lines, line) == begins


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        ((4,), "1 comment could not be matched with what is wrong there (line 4), so it counts"),
        (
            (4, 7),
            "2 comments could not be matched with what is wrong there (line 4, 7), so they count",
        ),
    ],
)
def test_comments_that_count_neither_way_are_told_with_their_lines(
    seen: tuple[int, ...], words: str
) -> None:
    assert _beside(Score({}, (), ())) == []
    [told] = _beside(Score({}, (), (), tuple(Comment(1, "why?", line) for line in seen)))
    assert (told.kind, told.name) == ("facts", "beside")
    assert told.text == (
        f"{words} neither way. Name the value, the condition or the call that "
        "goes wrong, and what it leads to."
    )


@pytest.mark.parametrize(
    ("source", "diff", "comments"),
    [
        ("", "", []),
        (" a\n>> b\n+c\n", " a\n+c", [(1, "b", 1)]),
        (">> b\n a\n", " a", [(1, "b", 1)]),
        (" a\n  >>b \n>>\n>> c\n+d\n>> e", " a\n+d", [(1, "b c", 1), (2, "e", 5)]),
        (" a\n>>\n+b\n>>  \n", " a\n+b", []),
        (" a\n+b\n\n>> c", " a\n+b\n", [(3, "c", 3)]),
    ],
)
def test_comments_are_taken_out_of_a_diff(
    source: str, diff: str, comments: list[tuple[int, str, int]]
) -> None:
    assert review.read_comments(source) == (diff, [Comment(*one) for one in comments])


NESTED = """\
 import functools
 @cached
 @wrapped
 def total(prices):
     first = 0
     for price in prices:
-        call(
+        take(
+            price,
         )
     async def inner():
+        return 1
     return first
 @@ not a heading
@@ -20,3 +20,4 @@
     x = 1
+    y = 2"""


@pytest.mark.parametrize(
    ("at", "heads"),
    [
        ((5,), {2, 3, 4, 5}),
        ((9,), {2, 3, 4, 8}),
        ((12,), {11, 12}),
        ((13,), {2, 3, 4, 13}),
        ((9, 12), {2, 3, 4, 8, 11, 12}),
        ((2,), {2}),
        ((4,), {2, 3, 4}),
        ((17,), {17}),
        ((1,), {1}),
    ],
)
def test_where_the_statement_and_the_function_of_a_defect_begin(
    at: tuple[int, ...], heads: set[int]
) -> None:
    defect = msgspec.structs.replace(REVIEW.defects[0], lines=at)
    assert review.headings(NESTED.splitlines(), defect) == heads


def test_a_statement_is_looked_for_over_twenty_lines() -> None:
    for lines, begins in ((20, 1), (21, 21)):
        assert _statement([" (", *["+ a,"] * (lines - 2), "+ )"], lines) == begins


TAKE, PAY = (
    msgspec.structs.replace(
        REVIEW.defects[0], lines=(line,), category=category, why=why, serious=serious
    )
    for line, category, why, serious in (
        (5, "boundary", "Nothing is taken when the `shelf` is empty.", True),
        (7, "rounding", "Cents of the `price` are lost.", False),
    )
)
LINES = "\n".join(
    (" def order(shelf, price):", " ", " ", " ", "+    take(shelf)", " ", "+    pay(price)", " ")
)
SHELF, PRICE = "an empty shelf takes nothing", "the price is wrong by cents"


@pytest.mark.parametrize(
    ("comments", "hits", "false_alarms", "beside"),
    [
        # On its line, one beside it, not three away; the first line of the function counts as well.
        ([(5, SHELF)], {0: 0}, [], []),
        ([(4, SHELF)], {0: 0}, [], []),
        ([(2, SHELF)], {}, [0], []),
        ([(1, SHELF)], {0: 0}, [], []),
        ([(1, SHELF), (5, SHELF)], {0: 1}, [0], []),
        # Between two defects it is the words that tell, and both may be named.
        ([(6, SHELF)], {0: 0}, [], []),
        ([(6, PRICE)], {1: 0}, [], []),
        ([(6, f"{SHELF}, {PRICE}")], {0: 0, 1: 0}, [], []),
        ([(6, SHELF), (6, PRICE)], {0: 0, 1: 1}, [], []),
        ([(4, PRICE)], {}, [], [0]),
        ([(4, PRICE), (5, SHELF)], {0: 1}, [], []),
        ([(8, "the cat is wrong")], {}, [], [0]),
        ([(3, PRICE), (7, PRICE)], {1: 1}, [0], []),
    ],
)
def test_which_comment_counts_for_which_defect(
    comments: list[tuple[int, str]],
    hits: dict[int, int],
    false_alarms: list[int],
    beside: list[int],
) -> None:
    made = [Comment(line, words, number) for number, (line, words) in enumerate(comments)]
    result = score(LINES, (TAKE, PAY), made)
    defects = [TAKE, PAY]
    assert {defects.index(one): it.seen for one, it in result.hits.items()} == hits
    assert [it.seen for it in result.false_alarms] == false_alarms
    assert [it.seen for it in result.beside] == beside
    assert result.missed == tuple(it for n, it in enumerate(defects) if n not in hits)
    assert result.passed == (0 in hits)


def test_everything_that_is_told_of_a_review(snapshot: SnapshotAssertion) -> None:
    lighter = msgspec.structs.replace(
        REVIEW.defects[0],
        lines=(13,),
        category="rounding",
        why="Half a cent\nis lost.",
        serious=False,
    )
    more = msgspec.structs.replace(lighter, lines=(11,), category="naming", serious=True)
    three = msgspec.structs.replace(REVIEW, defects=(*REVIEW.defects, lighter, more))
    sources = {
        "no comment": DIFF,
        "a changed diff": DIFF.replace("return", "give"),
        "blank lines at the end": f"{commented(7)}\n\n",
        "found": commented(7),
        "found, with two on fine lines": commented(7, 3, 14),
        "too many": commented(7, 1, 3, 14),
        "one of three": commented(7, 14),
        "says nothing": commented(7).replace("boundary: the third day should be free", "hm"),
    }
    told = {
        name: asyncio.run(review.check(three if "three" in name else REVIEW, source, None))  # type: ignore[arg-type]
        for name, source in sources.items()
    }
    assert {name: msgspec.to_builtins(report) for name, report in told.items()} == snapshot
