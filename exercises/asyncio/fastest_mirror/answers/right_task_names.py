import asyncio


async def fastest_mirror(mirrors, fetch):
    async with asyncio.TaskGroup() as group:
        answers = asyncio.Queue()

        async def ask(mirror):
            try:
                await answers.put((mirror, await fetch(mirror)))
            except Exception:
                await answers.put(None)

        tasks = [group.create_task(ask(mirror)) for mirror in mirrors]
        winner = None
        for _ in tasks:
            winner = await answers.get()
            if winner:
                break
        for task in tasks:
            task.cancel()
    if winner:
        return winner
    raise ConnectionError("no mirror answered")
