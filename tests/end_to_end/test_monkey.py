"""Random keys in the real app, by a fixed seed: it neither ends nor writes into its log."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pexpect needs a pseudo-terminal")


def test_a_walk_by_a_fixed_seed_ends_as_it_began(tmp_path: Path) -> None:
    from benchmarks.monkey import Monkey, Place, screens

    monkey = Monkey(1, tmp_path / "monkey", (80, 24))
    monkey.turns = [Place("Exam")] * 3
    monkey.walk(keys=210, sizes=((80, 24), (40, 12), (120, 40)))
    assert monkey.pressed >= 210
    assert monkey.reached >= {"HomeScreen", "ExamScreen"}
    assert monkey.reached <= screens()
