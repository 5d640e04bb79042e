"""Work that several wait for is done once."""

from __future__ import annotations

import asyncio

import pytest

from course.checking.once import Once


def test_who_asks_meanwhile_waits_for_the_same_work_and_a_failure_is_not_kept() -> None:
    begun: list[str] = []

    async def work() -> None:
        once: Once[str] = Once(most=2)

        async def found() -> str:
            begun.append("found")
            await asyncio.sleep(0)
            return "it"

        async def fails() -> str:
            begun.append("fails")
            raise ValueError("no")

        assert await asyncio.gather(once.get("a", found), once.get("a", found)) == ["it", "it"]
        assert await once.get("a", found) == "it"
        assert begun == ["found"]
        for _ in range(2):
            with pytest.raises(ValueError, match="no"):
                await once.get("b", fails)
        assert begun == ["found", "fails", "fails"]
        for key in ("c", "d"):  # the oldest makes way
            await once.get(key, found)
        await once.get("a", found)
        assert begun.count("found") == 4
        await once.aclose()

    asyncio.run(work())


def test_work_goes_on_when_the_one_who_asked_is_cancelled_and_ends_with_the_course() -> None:
    async def work() -> None:
        once: Once[str] = Once()
        go = asyncio.Event()

        async def waits() -> str:
            await go.wait()
            return "it"

        first = asyncio.create_task(once.get("a", waits))
        await asyncio.sleep(0)
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first
        second = asyncio.create_task(once.get("a", waits))
        await asyncio.sleep(0)
        go.set()
        assert await second == "it"
        go.clear()
        third = asyncio.create_task(once.get("b", waits))
        await asyncio.sleep(0)
        await once.aclose()
        with pytest.raises(asyncio.CancelledError):
            await third

    asyncio.run(work())
