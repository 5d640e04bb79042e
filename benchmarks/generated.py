"""A course of any size, to measure with: real files in the formats of the course."""

from __future__ import annotations

from pathlib import Path

EXERCISES_A_LESSON = 5
LESSONS_A_MODULE = 10

_LESSON = """\
title: Lesson {number} of {module}
minutes: 10
teaches: [{concept}]
summary: You can do what lesson {number} of {module} shows.
steps:
  - text: |
      A **list** keeps things in order. This is lesson {number}.
  - predict:
      code: print({number} + 1)
      because: It adds one.
{exercises}"""

_EXERCISE = """\
title: Exercise {name}
kind: write
minutes: 8
difficulty: 2
practises: [{concept}]
brief: |
  Return the number you are given, plus {number}.
hints:
  - The function takes one number.
  - Use `+`.
  - "`return n + {number}`"
probes: [add(0), add(2)]
"""


def generate(root: Path, exercises: int) -> None:
    """Write `lessons/` and `exercises/` under `root`, with that many exercises."""
    a_module = EXERCISES_A_LESSON * LESSONS_A_MODULE
    modules = [f"module{number:03d}" for number in range((exercises + a_module - 1) // a_module)]
    lessons = root / "lessons"
    lessons.mkdir(parents=True)
    named = ", ".join(modules)
    (lessons / "course.yaml").write_text(
        f"title: A generated course\nmodules: [{named}]\npaths:\n"
        f"  - id: all\n    title: All of it\n    audience: Anyone.\n    modules: [{named}]\n",
        encoding="utf-8",
    )
    for number, module in enumerate(modules):
        _write_module(root, number, module, min(a_module, exercises - number * a_module))


def _write_module(root: Path, number: int, module: str, exercises: int) -> None:
    folder = root / "lessons" / f"{number:03d}-{module}"
    folder.mkdir()
    concepts = [f"{module}_concept{it}" for it in range(LESSONS_A_MODULE)]
    (folder / "module.yaml").write_text(
        f"title: Module {number}\ncan_do: You can do what module {number} shows.\nconcepts:\n"
        + "".join(f"  {it}: {{name: {it}, means: One of many.}}\n" for it in concepts),
        encoding="utf-8",
    )
    for lesson, concept in enumerate(concepts):
        first = lesson * EXERCISES_A_LESSON
        names = [f"exercise{it}" for it in range(first, min(first + EXERCISES_A_LESSON, exercises))]
        (folder / f"{lesson:02d}-lesson{lesson}.yaml").write_text(
            _LESSON.format(
                number=lesson,
                module=module,
                concept=concept,
                exercises="".join(f"  - exercise: {module}/{name}\n" for name in names),
            ),
            encoding="utf-8",
        )
        for place, name in enumerate(names):
            _write_exercise(root / "exercises" / module / name, name, concept, place)


def _write_exercise(folder: Path, name: str, concept: str, number: int) -> None:
    folder.mkdir(parents=True)
    files = {
        "exercise.yaml": _EXERCISE.format(name=name, concept=concept, number=number),
        "starter.py": "def add(n):\n    ...\n",
        "solution.py": f"def add(n):\n    return n + {number}\n",
        f"test_{name}.py": f"from {name} import add\n\n\ndef test_adds():\n"
        f"    assert add(2) == {number + 2}\n",
    }
    for file, text in files.items():
        (folder / file).write_text(text, encoding="utf-8")
