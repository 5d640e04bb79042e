"""A shop in a repository, which tests change."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.checking.repository.build import build
from tests.checking.repository.scripts import START


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """The folder of an exercise with the repository `shop` in it."""
    build(START, tmp_path / "built")
    return tmp_path / "built"
