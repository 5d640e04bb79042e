from branch_and_merge import repository


def main():
    assert "main" in repository.branches, "There is no branch `main` any more."
    return repository.branches["main"]


def has_commit(subject):
    return any(one.subject == subject for one in main().history)


def test_nadias_commit_is_on_main():
    assert has_commit("Large orders travel free"), (
        "Nadia's commit is not on `main` yet: merge the branch instead of writing it again."
    )


def test_nadias_commit_is_as_she_made_it():
    hers = [one for one in main().history if one.subject == "Large orders travel free"]
    assert [one for one in hers if "cents > 5000" in one.files.get("delivery.py", "")], (
        "Nadia's commit is not as she made it: commit your change as one of your own, after hers."
    )


def test_hugos_commit_is_still_on_main():
    assert has_commit("Say how to run the tests"), (
        "Hugo's commit is gone from `main`. Find it with `git reflog`, and merge instead."
    )


def test_delivery_is_free_from_50_on():
    names = {}
    exec(main().files.get("delivery.py", ""), names)
    assert "delivery" in names, "`delivery.py` on `main` has no function `delivery` any more."
    found = [names["delivery"](cents) for cents in (4999, 5000, 5001)]
    assert found == [490, 0, 0], (
        "On `main`, orders of 49.99, 50.00 and 50.01 pay "
        f"{', '.join(map(str, found))} cents; it should be 490, 0, 0."
    )


def test_the_branch_is_deleted():
    others = sorted(set(repository.branches) - {"main"})
    assert not others, f"There is still a branch `{', '.join(others)}`; delete it."


def test_nothing_is_left_over():
    assert repository.head == "main", "You are not on `main`: `git switch main`."
    assert not repository.unfinished, f"A {repository.unfinished} is not finished yet."
    assert repository.is_clean, "`git status` still names files that are not committed."


def is_on_the_branch(commit):
    """Whether the line of first parents goes back to Nadia's commit, as on her branch."""
    while commit.parents and commit.subject != "Large orders travel free":
        commit = commit.parents[0]
    return bool(commit.parents)


def test_the_change_was_committed_on_the_branch():
    own = [
        one
        for one in main().history
        if len(one.parents) == 1
        and "delivery.py" in one.changed
        and one.subject != "Large orders travel free"
    ]
    assert not own or any(is_on_the_branch(one) for one in own), (
        "Your change was committed on `main`. Commit it on `free-delivery`, and merge it from there."
    )
