"""A package whose one file is imported in many forms, beside what was given."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

from course.worker.edited_module import EditedModule

FILES = {
    "van/__init__.py": "",
    "van/weights.py": "class Heavy:\n    limit = 1\n",
    "van/parts/__init__.py": "from van.weights import Heavy\n",
    "van/parts/label.py": "from van.parts import Heavy\n\nlimit = Heavy.limit\n",
    "stand_in.py": "from van.weights import Heavy\n",
}


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in FILES.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    monkeypatch.setattr(sys, "modules", sys.modules)
    return tmp_path


def test_all_that_depends_on_the_file_is_new_with_it(work: Path) -> None:
    job = {"module": "van", "file": "weights.py", "given": ["stand_in.py", "van.json"]}
    edited = EditedModule.of(job, str(work))  # type: ignore[arg-type] - as a job
    assert edited is not None
    assert edited.path == str(work / "van" / "weights.py")
    seen = []
    for limit in (7, 8):
        source = f"class Heavy:\n    limit = {limit}\n"
        edited.put(compile(source, edited.path, "exec"))
        label = importlib.import_module("van.parts.label")
        stand_in = importlib.import_module("stand_in")
        seen.append((label.limit, stand_in.Heavy is sys.modules["van.weights"].Heavy))
    assert seen == [(7, True), (8, True)]
    for name in [it for it in sys.modules if it.partition(".")[0] in ("van", "stand_in")]:
        del sys.modules[name]


def test_a_learner_of_one_file_needs_none(work: Path) -> None:
    assert EditedModule.of({"module": "van"}, str(work)) is None
