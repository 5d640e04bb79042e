"""What was checked and has not changed is not checked again."""

from __future__ import annotations

import json
import os
import time

from course.authoring.cache import Cache
from tests.authoring.conftest import Course

EXERCISE = "exercises/shop/weight"


def test_a_second_check_runs_nothing_and_says_the_same(good: Course) -> None:
    good.edit(f"{EXERCISE}/solution.py", "* 3", "* 4")
    first = good.check("shop/weight", cache=True)
    before = sorted(good.cache.rglob("*.json"))
    inodes = [file.stat().st_ino for file in before]
    again = good.check("shop/weight", cache=True)
    assert again == first
    assert again.problems
    assert [file.stat().st_ino for file in sorted(good.cache.rglob("*.json"))] == inodes


def test_any_change_of_a_file_is_checked(good: Course) -> None:
    good.edit(f"{EXERCISE}/solution.py", "* 3", "* 4")
    assert good.check("shop/weight", cache=True).problems
    good.edit(f"{EXERCISE}/solution.py", "* 4", "* 3")
    assert good.check("shop/weight", cache=True).problems == ()
    good.write(
        f"{EXERCISE}/mistakes/third.py",
        '"""A third."""\n\n\ndef weight(items, box):\n    return 7\n',
    )
    assert good.check("shop/weight", cache=True).mistakes == 3


def test_after_a_change_only_the_runs_are_made_that_it_concerns(good: Course) -> None:
    first = good.check("shop/weight", cache=True)
    runs = good.cache / "runs/shop.weight.json"
    before = json.loads(runs.read_bytes())
    good.edit(f"{EXERCISE}/solution.py", "items * 3 + box", "3 * items + box")
    assert good.check("shop/weight", cache=True).problems == first.problems == ()
    after = json.loads(runs.read_bytes())
    assert before.items() < after.items()
    assert len(after) < 2 * len(before)


def test_what_was_taught_before_belongs_to_the_result(good: Course) -> None:
    good.edit(f"{EXERCISE}/solution.py", "items * 3 + box", "sum([items * 3, box])")
    assert good.check("shop/weight", cache=True).problems
    good.edit("lessons/01-shop/01-functions.yaml", "[function, return]", "[function, return, sum]")
    good.edit("lessons/02-web/01-adding-up.yaml", "teaches: [sum]\n", "")
    assert good.check("shop/weight", cache=True).problems == ()


def test_a_damaged_entry_is_checked_again(good: Course) -> None:
    first = good.check("shop/weight", cache=True)
    for file in good.cache.rglob("*.json"):
        file.write_bytes(b"{")
    assert good.check("shop/weight", cache=True) == first


def test_fresh_looks_at_everything(good: Course) -> None:
    first = good.check("shop/weight", cache=True)
    for file in good.cache.rglob("*.json"):
        file.write_bytes(file.read_bytes().replace(b'"mistakes":2', b'"mistakes":9'))
    assert good.check("shop/weight", cache=True).mistakes == 9
    assert good.check("shop/weight") == first


def test_what_was_not_used_for_a_month_is_removed(good: Course) -> None:
    good.check("shop/weight", "shop/review_fee", cache=True)
    old, *used = sorted(good.cache.rglob("*.json"))
    assert used
    month_ago = time.time() - 31 * 86400
    os.utime(old, (month_ago, month_ago))
    Cache(good.cache).prune()
    assert sorted(good.cache.rglob("*.json")) == used


def test_a_check_that_could_not_be_made_is_not_kept(good: Course) -> None:
    good.write(f"{EXERCISE}/test_weight.py", "import nothing_there\n")
    assert "cannot be collected" in good.check("shop/weight", cache=True).problems[0].text
    assert not list(good.cache.glob("*"))
