"""The texts of scaffolds. Every TODO says what to write there; the gate lists the ones left."""

from __future__ import annotations

MODULE = """\
# yaml-language-server: $schema=../../docs/schema/module.schema.json
title: "TODO: what the module is called"
can_do: "TODO: what a learner can do after it"
concepts: {}
"""

_LESSON = """\
# yaml-language-server: $schema=../../docs/schema/lesson.schema.json
title: "TODO: what the lesson is called"
# status: wip   # take the `# ` away for a draft: learners do not see it
minutes: 10
teaches: []   # concepts of module.yaml that are explained here
# ahead: []    # concepts that a later lesson teaches and code here shows on purpose
summary: "TODO: one sentence on what you can do afterwards"
steps:
  - text: |
      TODO: one idea in at most 120 words. A **new word** is bold once and explained at once.
  - example:
      code: |
        print("TODO: code that shows the idea")
      output: |
        TODO: exactly what Python prints
      note: "TODO: what to notice"
"""

_HEAD = """\
# yaml-language-server: $schema=../../../docs/schema/exercise.schema.json
title: "TODO: what the exercise is called"
kind: {kind}
# status: wip   # take the `# ` away for a draft: learners do not see it
minutes: 10
difficulty: 2   # 1 to 5
practises: []   # TODO: a concept at least, as a module.yaml calls it
brief: |
  TODO: {brief}
hints:
  - "TODO: where to look"
  - "TODO: what to use"
  - "TODO: nearly the answer"
"""

_BRIEFS = {
    "write": "what to build, one example call with its result, the edges. Never how.",
    "fix": "the ticket as support sent it, and one example call with what it should give.",
    "test": "what the code does, one example call with its result, what happens at the edges.",
    "review": "what the change is for, what has to stay as it was, an example of a comment.",
    "refactor": "what is wrong with code that works, one example call with its result. Never how.",
    "project": "the whole in two sentences; each milestone has a brief of its own.",
    "repo": "what has to be there afterwards, and how one sees it. Never which commands.",
}

_PROBES = """\
probes:   # calls that tell the mistakes apart
  - "{name}(1)   # TODO: a usual call"
  - "{name}(0)   # TODO: a call at an edge"
  - "{name}(-1)   # TODO: a call that shows a mistake"
"""

_AFTER = """\
after: |
  TODO: what was learnt, and what is next.
"""


ASKED_FIRST = ("predict", "choose")
"""The kinds of questions a new lesson begins with; the others stand below as comments."""


def lesson() -> str:
    """A lesson's file: its head, a text, an example, questions of two kinds, the other kinds."""
    from course.learner.questions.table import KINDS

    others = [KINDS[name].scaffold for name in KINDS if name not in ASKED_FIRST]
    comments = [
        f"# {line}".replace("TODO: ", "").replace("TODO", "it")
        for text in others
        for line in text.splitlines()
    ]
    return "".join(
        (
            _LESSON,
            *(KINDS[name].scaffold for name in ASKED_FIRST),
            "# Other kinds of questions; take away the `# ` of the one you want, and the rest.\n",
            *(f"{line}\n" for line in comments),
            "# An exercise, which `course author new exercise module/name` makes:\n",
            "#   - exercise: module/name\n",
        )
    )


def exercise(kind: str, name: str) -> dict[str, str]:
    """The files of an exercise of that kind by their place in its folder."""
    head = _HEAD.format(kind=kind, brief=_BRIEFS[kind])
    if kind in ("write", "fix"):
        return {"exercise.yaml": head + _PROBES.format(name=name) + _AFTER, **_code(name, kind)}
    made = {
        "test": _test,
        "review": _review,
        "refactor": _refactor,
        "project": _project,
        "repo": _repo,
    }[kind](name)
    extra = made.pop("exercise.yaml", "")
    return {"exercise.yaml": head + extra + _AFTER, **made}


def _code(name: str, kind: str) -> dict[str, str]:
    bug = "the code with the bug in it" if kind == "fix" else "what the learner gets"
    return {
        "starter.py": f'def {name}(value):\n    """TODO: {bug}."""\n',
        "solution.py": f'def {name}(value):\n    """TODO: one line on what it returns."""\n'
        "    return value  # TODO: the reference\n",
        f"test_{name}.py": _tests(name),
        "mistakes/first.py": _mistake(name, "TODO: what went wrong, and the way out"),
        "mistakes/second.py": _mistake(name, "TODO: another mistake learners really make"),
    }


def _tests(name: str) -> str:
    return (
        f"from {name} import {name}\n\n\n"
        f"def test_says_what_should_happen():  # TODO: one test for each line of the brief\n"
        f"    assert {name}(1) == 1\n"
    )


def _mistake(name: str, words: str) -> str:
    return f'"""{words}."""\n\n\ndef {name}(value):\n    return None\n'


def _test(name: str) -> dict[str, str]:
    under_test = name.removeprefix("test_") if name != name.removeprefix("test_") else "code"
    body = f"def {under_test}(value):\n    return value\n"
    start = f"from {under_test} import {under_test}\n\n\ndef test_a_usual_value():"
    right = "TODO: the right code; the learner reads it and tests it"
    return {
        "exercise.yaml": f"under_test: {under_test}\n",
        f"{under_test}.py": f'"""{right}."""\n\n\n{body}',
        "starter.py": f"{start}  # TODO: one simple test\n    assert {under_test}(1) == 1\n",
        "solution.py": f"{start}  # TODO: catch every bug\n    assert {under_test}(1) == 1\n",
        "bugs/first.py": f'"""TODO: what is wrong, as a user would see it."""\n\n\n{body}',
        "bugs/second.py": f'"""TODO: another wrong version."""\n\n\n{body}',
    }


def _review(name: str) -> dict[str, str]:
    return {
        "change.diff": f"--- a/{name}.py\n+++ b/{name}.py\n@@ -1,1 +1,1 @@\n"
        "-TODO: the change of a colleague, as git diff prints it\n+TODO: with defects in it\n",
        "defects.yaml": "# yaml-language-server: $schema=../../../docs/schema/defects.schema.json\n"
        "defects:\n"
        "  - lines: [5]   # lines of change.diff, counted from 1\n"
        "    category: boundary\n"
        '    why: "TODO: what is wrong there, and what happens"\n'
        "    serious: true\n",
    }


def _refactor(name: str) -> dict[str, str]:
    code = _code(name, "refactor")
    made = {place: code[place] for place in ("solution.py", f"test_{name}.py")}
    return {
        "exercise.yaml": "rules:\n  limits:   # TODO: keep the ones the starter breaks\n"
        "    complexity: 5\n    function_lines: 15\n    duplicate_blocks: 0\n",
        "starter.py": f'def {name}(value):\n    """TODO: code that works and has the flaw."""\n'
        "    return value\n",
        **made,
    }


def _project(name: str) -> dict[str, str]:
    made = {"starter.py": f'def {name}(value):\n    """TODO: what the learner starts from."""\n'}
    made["solution.py"] = (
        f'def {name}(value):\n    """TODO: the finished project."""\n    return value\n'
    )
    for number, stage in ((1, "begin"), (2, "go-on")):
        folder = f"milestones/{number:02}-{stage}"
        made[f"{folder}/milestone.yaml"] = (
            "# yaml-language-server: $schema=../../../../../docs/schema/milestone.schema.json\n"
            'title: "TODO: what is reached here"\n'
            "brief: |\n  TODO: what to add, with an example.\n"
            'hints:\n  - "TODO: where to begin"\n'
        )
        made[f"{folder}/test_{name}_{stage.replace('-', '_')}.py"] = _tests(name)
    return made


def _repo(name: str) -> dict[str, str]:
    steps = (
        "  - write:\n      README.md: |\n        # TODO: what the folder is about\n"
        "    git: add README.md\n"
    )
    begin = "# yaml-language-server: $schema=../../../docs/schema/repository.schema.json\n"
    made = {
        "start.yaml": f"{begin}folder: {name}   # where the learner works\nsteps:\n"
        "  - git: init -q\n  - write:\n      notes.txt: |\n        TODO: what is there already\n"
        "    git: add notes.txt\n  - git: 'commit -q -m \"TODO: the first commit\"'\n",
        f"test_{name}.py": f"from {name} import repository\n\n\n"
        "def test_says_what_should_be_there():  # TODO: one test for each line of the brief\n"
        '    tip = repository.branches["main"]\n'
        '    assert "README.md" in tip.files, "TODO: what is missing, and what to do"\n',
    }
    answers = ("right_first", "right_second", "wrong_first", "wrong_second")
    scripts = ("solution", *(f"answers/{one}" for one in answers))
    for script in scripts:
        place = "../" * script.count("/")
        first = begin.replace("../../../", f"{place}../../../")
        made[f"{script}.yaml"] = (
            f'{first}about: "TODO: what is done here"\nfolder: {name}\nsteps:\n{steps}'
            "  - git: 'commit -q -m \"TODO: say what it does\"'\n"
        )
    return made
