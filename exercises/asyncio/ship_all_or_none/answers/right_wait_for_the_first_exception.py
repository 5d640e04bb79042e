import asyncio


async def ship_all_or_none(warehouses, reserve, release):
    """Return the numbers of all reservations, or None with all released."""
    if not warehouses:
        return []
    tasks = [asyncio.create_task(reserve(warehouse)) for warehouse in warehouses]
    _, slow = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    for task in slow:
        task.cancel()
    answers = await asyncio.gather(*tasks, return_exceptions=True)
    if not any(isinstance(answer, BaseException) for answer in answers):
        return answers
    for answer in answers:
        if not isinstance(answer, BaseException):
            await release(answer)
    return None
