"""Random keys in the real app, by a fixed seed: it neither ends nor writes into its log."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pexpect needs a pseudo-terminal")


@pytest.mark.parametrize(("seed", "size"), [(1, (80, 24)), (2, (40, 12)), (3, (120, 40))], ids=str)
def test_a_walk_by_a_fixed_seed_ends_as_it_began(
    tmp_path: Path, seed: int, size: tuple[int, int]
) -> None:
    from benchmarks.monkey import Monkey

    monkey = Monkey(seed, tmp_path / "monkey", size)
    monkey.walk(keys=120)
    assert monkey.pressed >= 120
