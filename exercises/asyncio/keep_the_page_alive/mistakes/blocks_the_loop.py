"""You call `load` in the loop's own thread. While it blocks, the loop can do nothing, and the wheel stands
still. Let another thread wait."""

import asyncio


async def keep_alive(load, page, seconds):
    """Return what `load(report)` gives, and keep the page's wheel turning meanwhile."""
    loop = asyncio.get_running_loop()

    def report(percent):
        loop.call_soon_threadsafe(page.show, percent)

    async def turn_the_wheel():
        while True:
            page.spin()
            await asyncio.sleep(seconds)

    wheel = asyncio.create_task(turn_the_wheel())
    try:
        await asyncio.sleep(0)
        return load(report)
    finally:
        wheel.cancel()
