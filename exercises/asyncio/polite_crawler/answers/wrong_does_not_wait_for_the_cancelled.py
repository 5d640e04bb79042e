import asyncio


async def crawl(start, fetch, limit):
    found, todo, running = {start: None}, [start], {}
    try:
        while todo or running:
            while todo and len(running) < limit:
                page = todo.pop()
                running[asyncio.create_task(fetch(page))] = page
            done, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                page = running.pop(task)
                try:
                    links = task.result()
                except ConnectionError:
                    continue
                found[page] = len(links)
                new = [link for link in dict.fromkeys(links) if link not in found]
                found.update(dict.fromkeys(new))
                todo.extend(new)
    finally:
        for task in running:
            task.cancel()
    return found
