"""When `load` fails, the line that stops your wheel is never reached, and it turns for ever beside an error.
Stop it on every way out."""

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
    stock = await asyncio.to_thread(load, report)
    wheel.cancel()
    return stock
