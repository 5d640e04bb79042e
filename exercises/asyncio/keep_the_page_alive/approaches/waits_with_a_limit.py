"""No second task: wait for the thread for `seconds` at a time, and turn the wheel after each wait. There is
nothing to cancel, so nothing can be forgotten. With a second moving thing on the page it would get
crowded."""

import asyncio


async def keep_alive(load, page, seconds):
    loop = asyncio.get_running_loop()
    loading = asyncio.create_task(
        asyncio.to_thread(load, lambda percent: loop.call_soon_threadsafe(page.show, percent))
    )
    while not loading.done():
        page.spin()
        await asyncio.wait([loading], timeout=seconds)
    return loading.result()
