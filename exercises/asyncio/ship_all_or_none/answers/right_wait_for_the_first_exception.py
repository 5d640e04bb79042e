import asyncio


async def ship_all_or_none(warehouses, reserve, release):
    """Return the numbers of all reservations, or None with all released."""
    if not warehouses:
        return []
    tasks = [asyncio.create_task(reserve(warehouse)) for warehouse in warehouses]
    called_off = None
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    except asyncio.CancelledError as cancelled:
        called_off = cancelled
    for task in tasks:
        task.cancel()
    answers = await asyncio.gather(*tasks, return_exceptions=True)
    if called_off is None and not any(isinstance(one, BaseException) for one in answers):
        return answers
    for answer in answers:
        if not isinstance(answer, BaseException):
            await release(answer)
    if called_off is not None:
        raise called_off
    return None
