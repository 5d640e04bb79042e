import asyncio


async def keep_alive(load, page, seconds):
    """Return what `load(report)` gives, and keep the page's wheel turning meanwhile."""
    reports = []

    async def turn_the_wheel():
        while True:
            page.spin()
            await asyncio.sleep(seconds)

    wheel = asyncio.create_task(turn_the_wheel())
    try:
        return await asyncio.to_thread(load, reports.append)
    finally:
        wheel.cancel()
        for percent in reports:
            page.show(percent)
