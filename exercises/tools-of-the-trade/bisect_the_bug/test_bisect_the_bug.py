from bisect_the_bug import repository

BAD = "Tidy up the discount"
FIRST, LAST = "Totals of an order", "Closed on the second of January"


def main():
    return repository.branches["main"]


def test_the_tag_is_on_the_commit_that_broke_it():
    assert "first-bad" in repository.tags, "There is no tag `first-bad` yet."
    tagged = repository.tags["first-bad"]
    assert tagged.subject == BAD, (
        f"`first-bad` is on “{tagged.subject}”. That is not where it broke: check out the commit "
        "before it and the commit itself, and run `python check.py` on both."
    )


def test_all_commits_are_still_there():
    subjects = [one.subject for one in main().history]
    missing = [subject for subject in (FIRST, BAD, LAST) if subject not in subjects]
    assert not missing, (
        f"“{missing[0]}” is no longer on `main`. Undo the one change with a new commit; "
        "`git reflog` shows where `main` was."
    )


def test_the_totals_are_right_again():
    names = {}
    exec(main().files.get("totals.py", ""), names)
    found = names["order_total"]([(2_500, 4)])
    assert found == 9_000, (
        f"On `main`, an order of 100.00 still costs {found} cents instead of 9000."
    )
    assert names["order_total"]([(9_999, 1)]) == 9_999, (
        "Orders below 100.00 now get a discount, too."
    )
    assert names["is_empty"]([]), "`is_empty` came later and has to stay."


def test_you_are_back_on_main():
    assert not repository.unfinished, "The bisecting still goes on: `git bisect reset` ends it."
    assert repository.head == "main", "You are not on `main`: `git switch main`."
    assert repository.is_clean, "`git status` still names files that are not committed."
