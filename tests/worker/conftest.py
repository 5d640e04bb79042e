"""A checker of a test's own, as the tests of the checker have it."""

from __future__ import annotations

from tests.checking.conftest import own_door, own_tmp

__all__ = ["own_door", "own_tmp"]
