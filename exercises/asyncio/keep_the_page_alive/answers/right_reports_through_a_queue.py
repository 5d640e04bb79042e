import asyncio


async def keep_alive(load, page, seconds):
    """Return what `load(report)` gives, and keep the page's wheel turning meanwhile."""
    loop = asyncio.get_running_loop()
    reports = asyncio.Queue()

    async def turn():
        while True:
            page.spin()
            await asyncio.sleep(seconds)

    async def show():
        while True:
            page.show(await reports.get())
            reports.task_done()

    tasks = [asyncio.create_task(turn()), asyncio.create_task(show())]
    try:
        return await asyncio.to_thread(
            load, lambda percent: loop.call_soon_threadsafe(reports.put_nowait, percent)
        )
    finally:
        await reports.join()
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
