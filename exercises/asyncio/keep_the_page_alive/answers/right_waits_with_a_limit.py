import asyncio


async def keep_alive(load, page, seconds):
    """Return what `load(report)` gives, and keep the page's wheel turning meanwhile."""
    loop = asyncio.get_running_loop()

    def report(percent):
        loop.call_soon_threadsafe(page.show, percent)

    loading = loop.run_in_executor(None, load, report)
    while not loading.done():
        page.spin()
        await asyncio.wait([loading], timeout=seconds)
    return await loading
