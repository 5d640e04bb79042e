import asyncio


async def fastest_mirror(mirrors, fetch):
    answers = asyncio.Queue()

    async def ask(mirror):
        try:
            photo = await fetch(mirror)
        except ConnectionError:
            answers.put_nowait(None)
        else:
            answers.put_nowait((mirror, photo))

    tasks = [asyncio.create_task(ask(mirror)) for mirror in mirrors]
    try:
        for _ in tasks:
            winner = await answers.get()
            if winner is not None:
                return winner
        raise ConnectionError("no mirror answered")
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
