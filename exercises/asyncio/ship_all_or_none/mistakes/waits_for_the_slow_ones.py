"""After a failure you still wait until the slowest warehouse has reserved, only to give it back. Cancel
what is under way as soon as one has failed; a task group does that."""

import asyncio


async def ship_all_or_none(warehouses, reserve, release):
    requests = [reserve(warehouse) for warehouse in warehouses]
    answers = await asyncio.gather(*requests, return_exceptions=True)
    if not any(isinstance(answer, Exception) for answer in answers):
        return answers
    for answer in answers:
        if not isinstance(answer, Exception):
            await release(answer)
    return None
