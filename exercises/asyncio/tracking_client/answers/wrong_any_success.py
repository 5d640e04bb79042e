import asyncio

import httpx

TRIES = 3
FIRST_PAUSE = 0.5


class TrackingError(Exception):
    """The carrier gave no answer that can be used."""


async def track(client, number, sleep=asyncio.sleep):
    """Return the parcel's status, or None if the carrier does not know it."""
    for attempt in range(TRIES):
        if attempt:
            await sleep(FIRST_PAUSE * 2 ** (attempt - 1))
        try:
            response = await client.get(f"/parcels/{number}")
        except httpx.TransportError:
            continue
        code = response.status_code
        if code < 300:
            return response.json()["status"]
        if code == 404:
            return None
        if code != 429 and code < 500:
            raise TrackingError(code)
    raise TrackingError(number)


async def track_all(client, numbers, sleep=asyncio.sleep):
    """Return a dict from number to status, without those that got no answer."""
    found = {}

    async def one(number):
        try:
            found[number] = await track(client, number, sleep)
        except TrackingError:
            pass

    async with asyncio.TaskGroup() as group:
        for number in numbers:
            group.create_task(one(number))
    return found
