"""Answers that are kept beside an exercise: the right ones pass, the wrong ones do not."""

from __future__ import annotations

import pytest

from tests.authoring.conftest import Course

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
    folder = "exercises/shop/review_price"
    diff = "--- a/price.py\n+++ b/price.py\n@@ -1,1 +1,1 @@\n-price = 450\n+price = 45\n"
    why = "why: A tenth of the price is charged.\n"
    good.write(f"{folder}/change.diff", diff)
    good.write(
        f"{folder}/defects.yaml", f"defects:\n  - lines: [5]\n    category: value\n    {why}"
    )
    good.write(f"{folder}/answers/right_charged.diff", f"{diff}>> only a tenth is charged\n")
    good.write(f"{folder}/answers/wrong_praise.diff", f"{diff}>> a tenth is charged\n")
    good.write(f"{folder}/answers/right_python.py", "price = 450\n")
    told = good.told("shop/review_price")
    assert any("answers/wrong_praise.diff: this wrong answer passes" in one for one in told)
    assert not any("right_charged.diff" in one for one in told)
    assert any("only files ending in .diff belong in answers/" in one for one in told)
