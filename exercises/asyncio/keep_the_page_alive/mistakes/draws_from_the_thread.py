"""Your report calls `page.show` right where it is, in the thread that loads. The page is not made for that:
hand the call over to the loop."""

import asyncio


async def keep_alive(load, page, seconds):
    """Return what `load(report)` gives, and keep the page's wheel turning meanwhile."""

    def report(percent):
        page.show(percent)

    async def turn_the_wheel():
        while True:
            page.spin()
            await asyncio.sleep(seconds)

    wheel = asyncio.create_task(turn_the_wheel())
    try:
        return await asyncio.to_thread(load, report)
    finally:
        wheel.cancel()
