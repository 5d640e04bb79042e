"""Exercises as Exercism has them, written by us: stub, tests, example, documents."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

STUB = "def greet(name):\n    pass\n"
EXAMPLE = (
    'def greet(name):\n    if not name:\n        return "Hello!"\n    return f"Hello, {name}!"\n'
)
TESTS = """\
import unittest

from greet_people import greet


class GreetPeopleTest(unittest.TestCase):
    def test_a_name(self):
        self.assertEqual(greet("Mei"), "Hello, Mei!")

    @unittest.skip("extra credit")
    def test_nobody_can_do_this(self):
        self.assertEqual(greet("Mei"), 3)

    def test_no_name(self):
        self.assertEqual(greet(""), "Hello!")
"""
HINTS = "# Hints\n\n## General\n\n- Strings can be put together.\n- An empty string\n  is false.\n"


def exercise(folder: Path, **files: str | None) -> Path:
    """An exercise; `files` are others by name with `__` for `/`, None for one that is not there."""
    meta = {
        "authors": ["somebody"],
        "files": {
            "solution": ["greet_people.py"],
            "test": ["greet_people_test.py"],
            "example": [".meta/example.py"],
        },
        "blurb": "Greet people.",
    }
    there: dict[str, str | None] = {
        "greet_people.py": STUB,
        "greet_people_test.py": TESTS,
        ".meta/example.py": EXAMPLE,
        ".meta/config.json": json.dumps(meta),
        ".docs/instructions.md": "# Instructions\n\nGreet whoever comes.\n",
        ".docs/hints.md": HINTS,
        **{name.replace("__", "/").replace("_dot_", "."): text for name, text in files.items()},
    }
    for name, text in there.items():
        if text is not None:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
    return folder


def track(folder: Path) -> Path:
    """A track with a concept exercise, which has helpers beside it, and a practice exercise."""
    exercise(folder / "exercises/practice/greet-people")
    meta = {
        "files": {
            "solution": ["crates.py"],
            "test": ["crates_test.py"],
            "exemplar": [".meta/exemplar.py"],
            "editor": ["crates_data.py"],
        }
    }
    files = {
        "crates.py": "def count(crates):\n    pass\n",
        "crates_data.py": 'CRATES = ["tea", "mug"]\n',
        "crates_test.py": (
            "import unittest\nimport pytest\nfrom crates import count\n"
            "from crates_data import CRATES\n\n\nclass CratesTest(unittest.TestCase):\n"
            "    @pytest.mark.task(taskno=1)\n    def test_count(self):\n"
            "        for number in (0, 1, 2):\n            with self.subTest(number=number):\n"
            "                self.assertEqual(count(CRATES[:number]), number)\n"
        ),
        ".meta/exemplar.py": "def count(crates):\n    return len(crates)\n",
        ".meta/config.json": json.dumps(meta),
        ".docs/instructions.md": "Count crates.\n",
        ".docs/introduction.md": "# Introduction\n\nCrates are boxes.\n",
    }
    for name, text in files.items():
        file = folder / "exercises/concept/crate-counting" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    lines = {
        "concept": [{"slug": "crate-counting", "name": "Counting Crates", "uuid": "1"}],
        "practice": [{"slug": "greet-people", "name": "Greet People", "difficulty": 3}],
    }
    config = {"language": "Python", "slug": "snake", "exercises": lines}
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    return folder


def zipped(file: Path, **entries: str | bytes | zipfile.ZipInfo) -> Path:
    """A ZIP with those entries, `__` for `/` in their names."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            if isinstance(content, zipfile.ZipInfo):
                archive.writestr(content, "/etc/passwd")
            else:
                archive.writestr(name.replace("__", "/"), content)
    return file
