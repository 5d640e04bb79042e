from first_commits import repository

NEW = [one for one in repository.log("main") if one.subject != "Start with the prices"]


def test_the_password_is_in_no_commit():
    leaks = [one for one in repository.commits if ".env" in one.files]
    assert not leaks, (
        f"`.env` is in the commit {leaks[0].id[:7]}, and so is the password. "
        "Put the start back and begin again; this time, leave it out from the first commit on."
    )


def test_the_rounding_is_committed():
    wanted = "return round("
    there = repository.branches["main"].files.get("prices.py", "")
    assert wanted in there, "`prices.py` on `main` still cuts the VAT off: commit the change."


def test_the_report_is_committed():
    there = repository.branches["main"].files
    assert "report.py" in there, "`report.py` is not on `main` yet: add it and commit it."


def test_each_change_has_a_commit_of_its_own():
    for one in NEW:
        both = {"prices.py", "report.py"} <= set(one.changed) and len(one.parents) < 2
        assert not both, (
            f"The commit “{one.subject}” has both changes in it. Make one commit for `prices.py` "
            "and another for `report.py`."
        )


def test_messages_say_what_was_done():
    subjects = [one.subject for one in NEW]
    for subject in subjects:
        assert len(subject.split()) > 1, (
            f"The message “{subject}” says little. Say in a few words what the commit does."
        )
    assert len(set(subjects)) == len(subjects), "Two commits have the same message."


def test_git_ignores_the_password():
    assert ".env" in repository.files, "`.env` is gone from the folder; the shop needs it there."
    assert ".env" not in repository.untracked, (
        "git still offers `.env` for the next commit. Name it in a file `.gitignore`."
    )
    there = repository.branches["main"].files
    assert ".gitignore" in there, "`.gitignore` is not committed, so it helps only you."


def test_nothing_is_left_to_commit():
    left = ", ".join(sorted(repository.status))
    assert repository.is_clean, f"`git status` still names {left}: commit it or ignore it."
