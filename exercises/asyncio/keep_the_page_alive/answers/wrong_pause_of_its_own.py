import asyncio


async def keep_alive(load, page, seconds):
    loop = asyncio.get_running_loop()
    def report(percent):
        loop.call_soon_threadsafe(page.show, percent)

    async def turn():
        while True:
            page.spin()
            await asyncio.sleep(0.1)

    wheel = asyncio.create_task(turn())
    try:
        await asyncio.sleep(0)
        return await loop.run_in_executor(None, load, report)
    finally:
        wheel.cancel()
        await asyncio.wait([wheel])
        await asyncio.sleep(0)
