import re

import yaml

from green_pipeline import repository

FILE = ".github/workflows/ci.yml"
EXPRESS = '''

_right = pickup_fee


def pickup_fee(grams, express=False):
    return _right(grams, express) and _right(grams)
'''
UNUSED = "import json\n"
UNTESTED = "".join(f"\n\ndef fee_{n}(days):\n    return days * {n}\n" for n in range(2, 40)).lstrip()


FEES = """
from shop.fees import late_fee, pickup_fee

print(*(late_fee(days) for days in (0, 3, 4, 5, 13, 14, 40)), end="; ")
print(*(pickup_fee(grams, express) for grams in (20_000, 20_001) for express in (False, True)))
"""


def main():
    return repository.branches["main"]


def workflow():
    """The CI file of `main`; its first word, `on`, is True in YAML."""
    text = main().files.get(FILE, "")
    assert text, f"`{FILE}` is not on `main` any more."
    try:
        read = yaml.safe_load(text)
        steps = [step for job in read["jobs"].values() for step in job["steps"]]
    except (yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise AssertionError(f"`{FILE}` cannot be read: {str(error)[:300]}") from None
    return read, steps


def commands():
    """The commands of all steps, without those that install something."""
    lines = [line.strip() for step in workflow()[1] for line in step.get("run", "").splitlines()]
    found = [re.sub(r"^python3? -m ", "", line) for line in lines if " pip " not in f" {line} "]
    return [command for command in found if command and not command.startswith("#")]


def pipeline(**files):
    """What the steps say on `main` with some files changed."""
    test_no_step_is_allowed_to_fail()
    beside = {name.replace("__", "/") + ".py": text for name, text in files.items()}
    return main().run(*commands(), beside=beside)


def test_it_runs_for_pull_requests():
    read, _ = workflow()
    events = read.get("on", read.get(True)) or {}
    assert "pull_request" in events, (
        "The pipeline does not run for pull requests: you would hear of a failure after the merge."
    )


def test_no_pull_request_is_left_out():
    read, _ = workflow()
    events = read.get("on", read.get(True)) or {}
    limits = (events.get("pull_request") if isinstance(events, dict) else None) or {}
    left_out = sorted({"paths", "paths-ignore", "branches-ignore"} & set(limits))
    if "main" not in limits.get("branches", ["main"]) and "**" not in limits["branches"]:
        left_out.append("branches")
    assert not left_out, (
        f"It does not run for every pull request: `{', '.join(left_out)}` leaves some of them out."
    )


def test_the_version_of_python_is_what_it_says():
    read, _ = workflow()
    text = main().files[FILE]
    said = re.findall(r"^\s*(?:-\s*)?python[\w-]*:(.*)$", text, re.MULTILINE)
    bare = re.search(r"(?<![\w.\"'])3\.\d*0(?![\w.\"'])", " ".join(said))
    assert not bare, (
        f"For YAML, {bare and bare[0]} without quotes is a number, and 3.10 is 3.1. Write it in quotes."
    )
    old = re.search(r"(?<![\w.])[\"']?3\.(?:\d|10)(?![\w.])[\"']?", " ".join(said))
    assert not old, f"The project needs Python 3.11, and the pipeline has {old and old[0]}."


def test_no_step_is_allowed_to_fail():
    read, steps = workflow()
    waved = [job for job in read["jobs"].values() if job.get("continue-on-error")]
    waved += [step for step in steps if step.get("continue-on-error")]
    assert not waved, "`continue-on-error` makes a step green whatever happens in it."
    for command in commands():
        assert not re.search(r"\|\||;|&&|\|", command), (
            f"`{command}` joins commands, and the last one decides. Give each a line of its own."
        )
        assert "--exit-zero" not in command, f"`{command}` ends with 0 whatever it finds."
        assert re.match(r"ruff|coverage|pytest", command), (
            f"`{command}`: write the steps as `python -m ruff ...`, `python -m coverage ...`, "
            "`python -m pytest ...`. The check really runs them."
        )


def test_it_is_green():
    done = pipeline()
    assert not done.status, f"On `main`, the pipeline is red:\n{done.output[-700:].strip()}"


def test_the_fees_are_right():
    found = main().run("try_fees.py", beside={"try_fees.py": FEES}).output.strip()
    assert found == "0 0 50 100 500 500 500; 200 400 350 700", (
        "On `main`, the fees for 0, 3, 4, 5, 13, 14 and 40 days, or those for a pickup, are not what "
        f"their docstrings say: {found[-300:]}"
    )


def test_no_unused_import_is_left_out_of_sight():
    done = main().run("ruff check --isolated --ignore-noqa --select F401 shop tests")
    assert not done.status, f"An unused import is still there: {done.first_line}"


def test_no_step_is_left_out_for_pull_requests():
    read, steps = workflow()
    asked = [str(one.get("if", "")) for one in (*read["jobs"].values(), *steps)]
    found = [words for words in asked if "github." in words]
    assert not found, f"`if: {found and found[0]}` leaves out a step for some pull requests."


def test_it_is_red_when_ruff_finds_something():
    assert pipeline(shop__more=UNUSED).status, (
        "With an unused import in a file, the pipeline is still green."
    )


def test_it_is_red_when_new_code_has_no_tests():
    assert pipeline(shop__untested=UNTESTED).status, (
        "With 38 functions that no test calls, the pipeline is still green. A limit for the coverage "
        "is missing (90 per cent), or too low."
    )


def test_the_limit_of_the_coverage_is_90():
    settings = [main().files.get(one, "") for one in ("pyproject.toml", ".coveragerc", "setup.cfg")]
    text = "\n".join([*commands(), *settings])
    limits = [float(one) for one in re.findall(r"fail[-_]under[ =]+(\d+)", text)]
    assert not limits or max(limits) >= 90, (
        f"The limit for the coverage is {max(limits):g} per cent; it should be 90."
    )


def test_it_is_red_when_express_costs_nothing_more():
    done = pipeline(shop__fees=main().files["shop/fees.py"] + EXPRESS)
    assert done.status, (
        "With a `pickup_fee` that takes nothing for express, the pipeline is still green: no test "
        "looks at that, or a failing test does not stop it."
    )


def test_nothing_is_left_to_commit():
    left = ", ".join(sorted(repository.status))
    assert repository.is_clean, f"`git status` still names {left}: commit it or ignore it."
