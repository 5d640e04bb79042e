"""What tabs of `course serve` take, and what they leave: `python -m benchmarks.tabs 20` (Linux).

It opens so many tabs, tells the memory of each, closes
half of them, kills the server, and tells which processes and files are still there.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path

import aiohttp

from benchmarks.machine import machine
from tests.test_serve import Served, seen, serving


def _memory(process: int) -> float:
    """Megabytes of a process, of what it shares with others its part."""
    rollup = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    return int(next(it.split()[1] for it in rollup.splitlines() if it.startswith("Pss:"))) / 1024


def _family(process: int) -> list[int]:
    """A process and all below it."""
    below = Path(f"/proc/{process}/task/{process}/children")
    if not below.exists():
        return []
    return [process, *(it for one in below.read_text("ascii").split() for it in _family(int(one)))]


async def _gone(processes: list[int]) -> float:
    """Seconds until none of the processes is there any more."""
    began = time.monotonic()
    while any(Path(f"/proc/{it}").exists() for it in processes) and time.monotonic() < began + 60:
        await asyncio.sleep(0.05)
    return time.monotonic() - began


async def _tabs(count: int, home: Path) -> None:
    async with serving() as it, aiohttp.ClientSession() as browser:
        pages: list[aiohttp.ClientWebSocketResponse] = []
        reading: list[asyncio.Task[None]] = []
        for number in range(count):
            address = f"{it.socket}/tab{number}?width=100&height=30"
            page = await browser.ws_connect(address, headers={"Origin": it.origin}, max_msg_size=0)
            await seen(page, "Where do you start?")
            pages.append(page)
            reading.append(asyncio.create_task(_read(page)))
        apps = it.apps()
        sizes = sorted(sum(map(_memory, _family(app))) for app in apps)
        server = _memory(it.process.pid)
        print(
            f"{len(apps)} tabs: {sizes[0]:.0f} to {sizes[-1]:.0f} MB each, {server:.0f} MB server"
        )
        await _close_half(it, apps, pages)
        left = [process for app in it.apps() for process in _family(app)]
        it.process.kill()
        await it.process.wait()
        await asyncio.gather(*reading, return_exceptions=True)
        print(f"server killed: {len(left)} processes ended after {await _gone(left):.1f} s")
    files = sum(1 for file in home.rglob("*") if file.is_file())
    print(f"left: {files} files of the learner, {_temporary()} temporary folder(s)")
    async with serving():
        pass
    print(f"after the next server: {_temporary()} temporary folder(s)")


def _temporary() -> int:
    return len(list(Path(tempfile.gettempdir()).glob("course-*")))


async def _read(page: aiohttp.ClientWebSocketResponse) -> None:
    """Read as a browser does; who does not is taken for gone."""
    async for _ in page:
        pass


async def _close_half(
    it: Served, apps: list[int], pages: list[aiohttp.ClientWebSocketResponse]
) -> None:
    half = len(pages) // 2
    families = [process for app in apps[:half] for process in _family(app)]
    await asyncio.gather(*(page.close() for page in pages[:half]))
    print(f"{half} closed: all their processes ended after {await _gone(families):.1f} s")
    assert len(it.apps()) == len(pages) - half, it.apps()


def main() -> None:
    """Measure in a home and a temporary folder that are thrown away."""
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "tmp").mkdir()
        os.environ["COURSE_HOME"] = str(place / "home")
        os.environ["TMPDIR"] = tempfile.tempdir = str(place / "tmp")
        asyncio.run(_tabs(int(sys.argv[1]) if len(sys.argv) > 1 else 20, place / "home"))


if __name__ == "__main__":
    main()
