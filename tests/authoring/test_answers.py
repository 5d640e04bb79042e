"""Answers that are kept beside an exercise: the right ones pass, the wrong ones do not."""

from __future__ import annotations

import pytest

from tests.authoring.conftest import Course
from tests.project_of_files import write_project

ANSWERS = "exercises/shop/weight/answers"


@pytest.fixture
def kept(good: Course) -> Course:
    """The good course, whose exercise on weights keeps two right and two wrong answers."""
    solution = (good.root / "exercises/shop/weight/solution.py").read_text("utf-8")
    good.write(f"{ANSWERS}/right_as_it_is.py", solution)
    good.write(f"{ANSWERS}/right_with_a_comment.py", f"# The same again.\n{solution}")
    for name in ("wrong_nothing.py", "wrong_and_late.py"):
        good.write(f"{ANSWERS}/{name}", solution.replace("return", "return None and "))
    return good


def test_good_answers_are_nothing_to_tell(kept: Course) -> None:
    assert kept.told("shop/weight") == []


def test_a_right_answer_that_fails_is_told(kept: Course) -> None:
    kept.edit(f"{ANSWERS}/right_as_it_is.py", "return", "return None and ")
    (told,) = kept.told("shop/weight")
    assert told.startswith(f"{ANSWERS}/right_as_it_is.py: this right answer does not pass (")


def test_a_wrong_answer_that_passes_is_told(kept: Course) -> None:
    kept.edit(f"{ANSWERS}/wrong_nothing.py", "return None and ", "return ")
    (told,) = kept.told("shop/weight")
    assert told.startswith(f"{ANSWERS}/wrong_nothing.py: this wrong answer passes the tests")


def test_too_few_and_misnamed_answers_are_told(kept: Course) -> None:
    (kept.root / ANSWERS / "wrong_nothing.py").rename(kept.root / ANSWERS / "nothing.py")
    name, number = sorted(kept.told("shop/weight"))
    assert name.startswith(f"{ANSWERS}/nothing.py: an answer is called right_something")
    assert number.startswith(f"{ANSWERS}: 1 of the kept answers are wrong; keep at least 2")


def test_answers_to_a_review_are_diffs_with_comments(good: Course) -> None:
    folder = good.root / "exercises/shop/review_fee"
    first, rest = (folder / "change.diff").read_text("utf-8").split("+        return 5\n")
    for name, comment in (
        ("right_day_three", "the third day should be free"),
        ("right_sign", "this should be > and not >="),
        ("wrong_praise", "a clean condition"),
        ("wrong_and_late", "the third day should be free"),
    ):
        review = f"{first}>> {comment}\n+        return 5\n{rest}"
        good.write(f"exercises/shop/review_fee/answers/{name}.diff", review)
    (told,) = good.told("shop/review_fee")
    assert "answers/wrong_and_late.diff: this wrong answer passes the tests" in told
    good.write("exercises/shop/review_fee/answers/right_python.py", "days = 3\n")
    (astray,) = good.structure()
    assert "right_python.py: nothing reads this; only files ending in .diff belong" in astray


def test_answers_to_a_package_are_folders_of_what_differs(good: Course) -> None:
    folder = write_project(good.root, "web", "02-web/01-adding-up.yaml")
    settings = "exercises/web/van_plan/exercise.yaml"
    good.edit(settings, "hints:\n", "practises: [sum]\nhints:\n  - Begin.\n")
    answers = "exercises/web/van_plan/answers"
    right = (folder / "solution/weights.py").read_text("utf-8")
    for name, text in (
        ("right_as_it_is", right),
        ("right_with_a_comment", f"# The same again.\n{right}"),
        ("wrong_length", "total = len\n"),
        ("wrong_and_late", right),
    ):
        good.write(f"{answers}/{name}/weights.py", text)
    (told,) = good.told("web/van_plan")
    assert told.startswith(f"{answers}/wrong_and_late: this wrong answer passes the tests")
    good.write(f"{answers}/right_in_a_file.py", right)
    assert any("only folders of changed files belong in answers/" in it for it in good.structure())
