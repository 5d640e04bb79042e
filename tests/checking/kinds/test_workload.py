"""A refactoring that is about time: the work is done, and done each time."""

from __future__ import annotations

import textwrap
from pathlib import Path

import msgspec
import pytest

from course.catalogue import read_exercise
from course.checking.kinds.workload import _imports
from course.model import Exercise, Verdict
from tests.checking.door import Door, exercise_named

EXERCISES = Path(__file__).parents[3] / "exercises"
SHARED = """
def shared(ours, theirs):
    found = []
    for one in ours:
        if one in theirs:
            found.append(one)
    return found
"""
FASTER = """
def shared(ours, theirs):
    known = set(theirs)
    return [one for one in ours if one in known]
"""
# Each is as slow as it was, whatever the clock says.
NOT_FASTER = {
    "gives up on much": """
        def shared(ours, theirs):
            return _shared(ours, theirs) if len(ours) < 100 else []
    """,
    "does a part": """
        def shared(ours, theirs):
            return _shared(ours[:100], theirs)
    """,
    "a smaller range": """
        def range(number):
            return list(__builtins__["range"](min(number, 9)))
    """,
    "keeps results": """
        KEPT = {}
        def shared(ours, theirs):
            key = len(ours), len(theirs)
            if key not in KEPT:
                KEPT[key] = _shared(ours, theirs)
            return list(KEPT[key])
    """,
    "keeps results elsewhere": """
        import json
        def shared(ours, theirs):
            if len(ours) < 100:
                return _shared(ours, theirs)
            if not hasattr(json, "kept"):
                json.kept = _shared(ours, theirs)
            return list(json.kept)
    """,
    "keeps results in a file": """
        import json, pathlib
        KEPT = pathlib.Path("kept")
        def shared(ours, theirs):
            if len(ours) < 100:
                return _shared(ours, theirs)
            if not KEPT.exists():
                KEPT.write_text(json.dumps(_shared(ours, theirs)))
            return json.loads(KEPT.read_text())
    """,
    "ready before it is asked": """
        READY = _shared(list(range(900)), [number * 2 for number in range(900)])
        def shared(ours, theirs):
            return list(READY) if len(ours) == 900 else _shared(ours, theirs)
    """,
    "puts it off": """
        class Later(list):
            def __init__(self, *given): self.given = given
            def __eq__(self, other): return _shared(*self.given) == other
        def shared(ours, theirs):
            return Later(ours, theirs)
    """,
    "puts it off in a generator": """
        def shared(ours, theirs):
            found = _shared(ours, theirs)
            return (one for one in found) if len(ours) > 100 else found
    """,
    "lets a thread do it": """
        from concurrent.futures import ThreadPoolExecutor
        POOL = ThreadPoolExecutor(1)
        def shared(ours, theirs):
            return POOL.submit(_shared, ours, theirs).result()
    """,
    "slows the other one down": """
        import gc
        MANY = [[] for _ in range(100_000)]
        gc.set_threshold(1, 1, 1)
        def shared(ours, theirs):
            gc.disable()
            try:
                return _shared(ours, theirs)
            finally:
                gc.enable()
    """,
}


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Exercise:
    """A small refactoring that is about time."""
    folder = tmp_path_factory.mktemp("limits") / "shared"
    folder.mkdir()
    (folder / "starter.py").write_text(SHARED, encoding="utf-8")
    (folder / "solution.py").write_text(FASTER, encoding="utf-8")
    tests = "from shared import shared\n\ndef test_it():\n    assert shared([1, 2], [2]) == [2]\n"
    (folder / "test_shared.py").write_text(tests, encoding="utf-8")
    text = (EXERCISES / "on-the-job/slow_report/exercise.yaml").read_text(encoding="utf-8")
    (folder / "exercise.yaml").write_text(text, encoding="utf-8")
    exercise = read_exercise(folder)
    limits = msgspec.structs.replace(
        exercise.source.rules.limits,
        time_ratio=0.2,
        workload="shared(list(range(900)), [number * 2 for number in range(900)])",
    )
    rules = msgspec.structs.replace(exercise.source.rules, limits=limits, locked=())
    return msgspec.structs.replace(
        exercise, source=msgspec.structs.replace(exercise.source, rules=rules)
    )


@pytest.mark.parametrize("name", NOT_FASTER)
def test_what_is_not_faster_is_no_pass(name: str, shared: Exercise, door: Door) -> None:
    change = textwrap.dedent(NOT_FASTER[name])
    report = door.check(shared, f"{SHARED}\n_shared = shared\n{change}")
    assert report.verdict is not Verdict.PASSED, report
    assert report.diagnosis or report.limit


@pytest.mark.parametrize(
    "more",
    [
        "",
        "import functools\n@functools.cache\ndef square(number):\n    return number * number\n",
        "import dataclasses\n@dataclasses.dataclass\nclass Pair:\n    one: int = 3\n",
    ],
)
def test_what_is_faster_passes(more: str, shared: Exercise, door: Door) -> None:
    report = door.check(shared, FASTER + more)
    assert report.passed, (report.limit, report.diagnosis)


def test_other_results_are_said(shared: Exercise, door: Door) -> None:
    report = door.check(shared, FASTER.replace("[one for", "[one + len(ours) // 900 for"))
    assert report.verdict is Verdict.FAILED
    assert "gives other results than the starter" in report.diagnosis[0].text


def test_what_a_starter_uses_of_libraries_is_imported_before_the_submission() -> None:
    starter = (
        "import math, os.path\nimport own\nfrom json import loads\nfrom own import x\n"
        "from . import beside\nfrom numpy import array\n"
    )
    exercise = msgspec.structs.replace(exercise_named("clamp"), starter=starter)
    own = ["import math", "import os.path", "import json"]
    assert _imports(exercise) == own
    source = msgspec.structs.replace(exercise.source, needs=("numpy",))
    needs = msgspec.structs.replace(exercise, source=source)
    assert _imports(needs) == [*own, "import numpy"]
