"""The line says `<coroutine object ...>` where the status should be. Calling `fetch` only makes the
coroutine; it has not been run yet."""

import asyncio


async def parcel_status(fetch, number):
    status = fetch(number)
    if status is None:
        return f"parcel {number}: not found"
    return f"parcel {number}: {status}"


def show_status(fetch, number):
    return asyncio.run(parcel_status(fetch, number))
