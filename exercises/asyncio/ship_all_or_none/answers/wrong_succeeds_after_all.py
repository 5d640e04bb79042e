import asyncio


async def ship_all_or_none(warehouses, reserve, release):
    """Return the numbers of all reservations, or None with all released."""
    asked = [asyncio.ensure_future(reserve(warehouse)) for warehouse in warehouses]
    complete = False
    try:
        if asked:
            await asyncio.wait(asked, return_when=asyncio.FIRST_EXCEPTION)
        complete = all(one.done() and not one.cancelled() and not one.exception() for one in asked)
    finally:
        if not complete:
            had = [one for one in asked if one.done()]
            for one in asked:
                one.cancel()
            await asyncio.gather(*asked, return_exceptions=True)
            answers = await asyncio.gather(*had, return_exceptions=True)
            for answer in answers:
                if not isinstance(answer, BaseException):
                    await release(answer)
    return [one.result() for one in asked] if complete else None
