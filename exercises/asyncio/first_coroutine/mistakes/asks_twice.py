"""You ask the carrier twice for one line: once to see whether it knows the number, once for the
status. Keep the first answer under a name."""

import asyncio


async def parcel_status(fetch, number):
    if await fetch(number) is None:
        return f"parcel {number}: not found"
    return f"parcel {number}: {await fetch(number)}"


def show_status(fetch, number):
    return asyncio.run(parcel_status(fetch, number))
