from undo_a_push import repositories, repository

BAD = "Round prices down"
REPORT = "Report the total of a day"


def shared():
    origin = repositories.get("origin")
    assert origin is not None, "The repository `origin` beside `shop` is gone; start again."
    return origin.branches["main"]


def bad_commit():
    return next((one for one in shared().history if one.subject == BAD), None)


def test_nothing_that_others_have_was_rewritten():
    assert bad_commit() is not None, (
        f"The commit “{BAD}” is gone from `origin`: the history was rewritten, and your "
        "colleagues' work now hangs on commits that are not there. Put the start back and begin "
        "again, without force."
    )


def test_what_was_built_on_it_was_not_rewritten():
    found = next((one for one in shared().history if one.subject == REPORT), None)
    assert found is not None and found.author.startswith("Nadia Haas"), (
        f"The commit “{REPORT}” on `origin` is not the one that your colleagues have: it was "
        "rewritten. Put the start back and begin again, without force."
    )


def test_prices_are_rounded_again_for_everyone():
    local, there = repository.branches["main"].files, shared().files
    if "round(" in local.get("prices.py", ""):
        assert "round(" in there.get("prices.py", ""), (
            "Here `prices.py` is as it was, but `origin` does not have that commit yet: push it."
        )
    names = {}
    exec(there.get("prices.py", ""), names)
    assert names["with_vat"](333) == 396, (
        "On `origin`, `with_vat(333)` is still "
        f"{names['with_vat'](333)} instead of 396: the change has to be undone and pushed."
    )


def test_the_report_stays():
    assert "report.py" in shared().files, (
        "`report.py` is gone from `main`; only the rounding was wrong."
    )


def test_the_commit_that_undoes_it_says_so():
    bad = bad_commit()
    after = [one for one in shared().history if bad in one and "prices.py" in one.changed]
    subjects = [one.subject for one in after if one.id != bad.id]
    assert subjects, f"After “{BAD}” no commit on `origin` changes `prices.py`."
    assert len(subjects[0].split()) > 1, f"The message “{subjects[0]}” does not say what is undone."


def test_both_repositories_agree():
    assert repository.branches["main"].id == shared().id, (
        "Your `main` and the one of `origin` are not the same commit yet."
    )
