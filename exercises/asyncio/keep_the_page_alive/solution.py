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
        return await asyncio.to_thread(load, report)
    finally:
        wheel.cancel()
        await asyncio.wait([wheel])
