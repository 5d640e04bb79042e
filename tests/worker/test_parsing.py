"""A tree is made although what is collected meanwhile asks for one, too."""

from __future__ import annotations

import ast
import asyncio
import gc
import logging

import pytest

from course.worker.parsing import parsed


async def _fails() -> None:
    nothing = 0
    (1 + 1) / nothing


async def _leaves_a_task() -> None:
    """A task that has failed, which only the garbage collection ends."""
    ring: list[object] = [asyncio.create_task(_fails())]
    ring.append(ring)
    await asyncio.sleep(0)
    await asyncio.sleep(0)


def test_what_is_collected_comes_in_no_parse(caplog: pytest.LogCaptureFixture) -> None:
    before = gc.get_threshold()
    gc.disable()
    try:
        asyncio.run(_leaves_a_task())
        gc.set_threshold(500, 1, 1)
        gc.enable()
        with caplog.at_level(logging.ERROR):
            tree = parsed("x = [1, 2, 3, (4, 5)]\n" * 3000)
        assert isinstance(tree, ast.Module)
        assert gc.isenabled()
        gc.collect()
        assert "never retrieved" in caplog.text
    finally:
        gc.set_threshold(*before)
        gc.enable()


@pytest.mark.parametrize("collects", [True, False])
def test_whether_it_is_collected_stays_as_it_was(collects: bool) -> None:
    was = gc.isenabled()
    try:
        (gc.enable if collects else gc.disable)()
        assert isinstance(parsed("1 + 1", mode="eval"), ast.Expression)
        with pytest.raises(SyntaxError):
            parsed("1 +")
        assert gc.isenabled() is collects
    finally:
        (gc.enable if was else gc.disable)()
