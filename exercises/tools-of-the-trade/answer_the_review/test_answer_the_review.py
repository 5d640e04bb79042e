from answer_the_review import repositories, repository

BRANCH = "vat-per-line"
MAIN = "Say that amounts are in cents"


def branch():
    assert BRANCH in repository.branches, f"There is no branch `{BRANCH}` any more."
    return repository.branches[BRANCH]


def own_commits():
    main = repository.branches["main"]
    return [one for one in branch().history if one not in main]


def vat(lines):
    names = {}
    try:
        exec(branch().files.get("invoice.py", ""), names)
        return names["vat"](lines)
    except Exception as error:
        return type(error).__name__


def test_main_stays_as_it_is():
    for where, one in (("Your", repository), ("The shared", repositories["origin"])):
        assert one.branches["main"].subject == MAIN, (
            f"{where} `main` has moved. It moves when Hugo has approved, not before."
        )


def test_the_vat_is_rounded_for_each_line():
    found = vat([8, 8])
    assert found == 4, f"On the branch, `vat([8, 8])` gives {found}; remark 1 asks for 4."
    found = vat([1000, 533, 12])
    assert found == 293, f"On the branch, `vat([1000, 533, 12])` gives {found} instead of 293."


def test_no_lines_have_no_vat():
    found = vat([])
    assert found == 0, f"On the branch, `vat([])` gives {found}; remark 2 asks for 0."


def test_the_branch_stands_on_todays_main():
    assert repository.branches["main"] in branch(), (
        "The branch does not begin at today's `main`: `git rebase main` puts it there."
    )


def test_it_is_one_commit():
    commits = own_commits()
    assert len(commits) == 1, (
        f"The branch has {len(commits)} commits that `main` has not; remark 3 asks for one."
    )


def test_its_message_says_something():
    subject = branch().subject
    assert len(subject.split()) >= 3, f"“{subject}” does not say what the commit does, and why."


def test_the_pull_request_shows_it():
    shared = repositories["origin"].branches.get(BRANCH)
    assert shared is not None and shared.id == branch().id, (
        f"`origin` has another `{BRANCH}` than you: push yours. What was there is yours alone, so "
        "`git push --force-with-lease` may replace it."
    )


def test_everything_else_is_still_there():
    files = branch().files
    assert "README.md" in files, "On the branch, `README.md` is gone; nobody asked for that."
    names = {}
    exec(files.get("invoice.py", ""), names)
    assert "net" in names, "On the branch, `invoice.py` has no `net` any more; only `vat` changes."


def test_what_hugo_changed_is_still_changed():
    at_hugos = repository.branches["main"].files["README.md"]
    assert branch().files.get("README.md", at_hugos) == at_hugos, (
        "On the branch, `README.md` is the old one: your commit takes Hugo's change back. "
        "`git reset --soft main` alone does that; `git rebase main` comes first."
    )
