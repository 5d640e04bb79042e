import fnmatch
import tomllib

from clean_environment import repository
from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

WERE_THERE = {"harbour-money": "1.4.2", "harbour-rounding": "0.3.1", "harbour-digits": "2.0.0"}


def main():
    return repository.branches["main"]


def rules(lines):
    """What the lines ask for, by the name of the library."""
    found = {}
    for line in lines:
        if text := line.partition("#")[0].strip():
            try:
                rule = Requirement(text)
            except InvalidRequirement:
                raise AssertionError(f"pip cannot read the line `{text}`.") from None
            found[canonicalize_name(rule.name)] = rule.specifier
    return found


def test_the_environment_is_out_of_the_repository():
    left = [name for name in main().files if name.startswith(".venv/")]
    assert not left, f"`{left[0]}` is still in the last commit of `main`: take `.venv` out of git."


def test_git_ignores_an_environment_everywhere():
    lines = [line.strip() for line in main().files.get(".gitignore", "").splitlines()]
    patterns = [line.strip("/").removesuffix("/*") for line in lines if line and line[0] not in "#!"]
    assert any(fnmatch.fnmatch(".venv", pattern) for pattern in patterns), (
        "The next `.venv` will be offered to git again: name it in a file `.gitignore`, and commit that."
    )


def test_the_project_says_what_it_imports():
    project = tomllib.loads(main().files["pyproject.toml"])["project"]
    asked = rules(project.get("dependencies", []))
    assert list(asked) == ["harbour-money"], (
        f"`dependencies` in `pyproject.toml` names {', '.join(asked) or 'nothing'}. "
        "Name what `labels.py` imports itself, and only that."
    )


def test_the_next_big_version_is_not_taken():
    project = tomllib.loads(main().files["pyproject.toml"])["project"]
    rule = rules(project.get("dependencies", [])).get("harbour-money")
    versions = ["1.3.9", "1.4", "1.4.2", "1.9.1", "2.0", "2.1"]
    taken = [one for one in versions if rule is not None and one in rule]
    assert taken == ["1.4", "1.4.2", "1.9.1"], (
        "`harbour-money` should be taken from 1.4 on, but not 2. Your rule takes "
        f"{', '.join(taken) or 'none of the versions'} of {', '.join(versions)}."
    )


def test_the_lock_file_has_exact_versions():
    assert "requirements.txt" in main().files, "There is no `requirements.txt` on `main` yet."
    for name, rule in rules(main().files["requirements.txt"].splitlines()).items():
        pinned = [one.version for one in rule if one.operator == "==" and "*" not in one.version]
        assert pinned, f"`requirements.txt` does not say exactly which version of `{name}`: use `==`."
        there = WERE_THERE.get(name, pinned[0])
        assert there in rule, f"In the environment there was another version of `{name}` than {pinned[0]}."


def test_a_new_environment_has_all_that_is_needed_and_no_more():
    locked = rules(main().files.get("requirements.txt", "").splitlines())
    for name in WERE_THERE:
        assert name in locked, (
            f"From `requirements.txt` alone, the program ends with `No module named "
            f"'{name.replace('-', '_')}'`. What needs it?"
        )
    more = sorted(set(locked) - set(WERE_THERE))
    assert not more, f"Nobody needs {', '.join(more)}: leave it out of `requirements.txt`."


def test_the_program_is_still_there():
    before = repository.log("main")[-1].files["labels.py"]
    assert main().files.get("labels.py") == before, "`labels.py` was changed; it was right as it was."


def test_nothing_is_left_to_commit():
    left = ", ".join(sorted(repository.status)[:3])
    assert repository.is_clean, f"`git status` still names {left}: commit it or ignore it."


def test_the_commits_of_the_others_are_still_there():
    his = [one for one in main().history if one.subject == "The label program, with all that it needs"]
    assert any(".venv/pyvenv.cfg" in one.files for one in his), (
        "Sven's commit is gone from `main`: add one of your own, and leave those of the others."
    )
