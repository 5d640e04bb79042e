from resolve_the_conflict import repository

MARKS = ("<<<<<<<", ">>>>>>>")


def code():
    return repository.branches["main"].files.get("fee.py", "")


def test_no_marks_are_left():
    assert not any(mark in repository.files.get("fee.py", "") for mark in MARKS), (
        "`fee.py` still has the marks of the conflict in it: `<<<<<<<`, `=======`, `>>>>>>>`."
    )
    assert not any(mark in code() for mark in MARKS), (
        "`fee.py` was committed with the marks of the conflict in it."
    )


def test_the_merge_is_finished():
    assert not repository.unfinished, (
        f"The {repository.unfinished} is not finished: `git add fee.py`, then `git commit`."
    )


def test_both_histories_are_on_main():
    subjects = [one.subject for one in repository.log("main")]
    for wanted in ("Weekends cost 1.00 more", "The carrier takes 5.50 now"):
        assert wanted in subjects, (
            f"The commit “{wanted}” is not in the history of `main`. `git merge weekend` brings it."
        )
    if "weekend" in repository.branches:
        assert repository.branches["weekend"] in repository.log("main"), (
            "`main` has no link to the branch `weekend`: its change was copied and not merged."
        )


def test_both_wishes_come_true():
    names = {}
    try:
        exec(code(), names)
        found = [names["fee"](day) for day in ("Mon", "Fri", "Sat", "Sun")]
    except Exception as error:
        found = f"{type(error).__name__}: {error}"
    assert found == [550, 550, 650, 650], (
        "On `main`, Monday, Friday, Saturday and Sunday give "
        f"{found if isinstance(found, str) else ', '.join(map(str, found))}; "
        "it should be 550, 550, 650, 650."
    )


def test_nothing_is_left_to_commit():
    assert repository.is_clean, "`git status` still names files that are not committed."
