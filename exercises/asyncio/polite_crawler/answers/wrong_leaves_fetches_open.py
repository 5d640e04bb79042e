import asyncio


async def crawl(start, fetch, limit):
    found, waiting, running = {}, [start], {}
    seen = {start}
    try:
        while waiting or running:
            while waiting and len(running) < limit:
                page = waiting.pop(0)
                running[asyncio.create_task(fetch(page))] = page
            done, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                page = running.pop(task)
                try:
                    links = task.result()
                except ConnectionError:
                    found[page] = None
                    continue
                found[page] = len(links)
                for link in links:
                    if link not in seen:
                        seen.add(link)
                        waiting.append(link)
    finally:
        pass
    return found
