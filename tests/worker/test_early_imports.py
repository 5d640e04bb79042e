"""Given files are imported before the learner's code, but those that use it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.worker.early_imports import import_first

FILES = {
    "alone.py": "value = 1\n",
    "uses_alone.py": "import alone\nimport json\n",
    "uses_own.py": "import own\n",
    "uses_own_later.py": "def late():\n    from own.part import value\n",
    "leads_to_own.py": "import uses_own\n",
    "in_a_circle.py": "import in_a_circle_too\n",
    "in_a_circle_too.py": "import in_a_circle\n",
    "cannot_be_read.py": "def (\n",
    "raises.py": "1 / 0\n",
    "folder/part.py": "value = 2\n",
}


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with given files, which can be imported."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    before = set(sys.modules)
    yield tmp_path
    for name in set(sys.modules) - before:
        del sys.modules[name]


@pytest.mark.parametrize(
    ("name", "comes_first"),
    [
        ("alone", True),
        ("uses_alone", True),
        ("in_a_circle", True),
        ("folder.part", True),
        ("uses_own", False),
        ("uses_own_later", False),
        ("leads_to_own", False),
        ("cannot_be_read", False),
        ("raises", False),
        ("not_given", False),
    ],
)
def test_what_stands_alone_comes_first(name: str, comes_first: bool, work: Path) -> None:
    import_first([name, "colorsys"], "own", FILES.keys(), str(work))
    assert (name in sys.modules) is comes_first
    assert "colorsys" in sys.modules
