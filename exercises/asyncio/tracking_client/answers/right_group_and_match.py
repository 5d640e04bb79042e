import asyncio

import httpx

TRIES = 3
FIRST_PAUSE = 0.5


class TrackingError(Exception):
    """The carrier gave no answer that can be used."""


async def track(client, number, sleep=asyncio.sleep):
    """Return the parcel's status, or None if the carrier does not know it."""
    for tried in range(TRIES):
        if tried:
            await sleep(FIRST_PAUSE * 2 ** (tried - 1))
        try:
            answer = await client.get(f"/parcels/{number}")
        except httpx.TransportError as error:
            reason = error
            continue
        match answer.status_code:
            case 200:
                return answer.json()["status"]
            case 404:
                return None
            case status if status != 429 and status < 500:
                raise TrackingError(f"status {status}")
            case status:
                reason = status
    raise TrackingError(f"no answer for {number}: {reason}")


async def track_all(client, numbers, sleep=asyncio.sleep):
    """Return a dict from number to status, without those that got no answer."""
    found = {}

    async def ask(number):
        try:
            found[number] = await track(client, number, sleep)
        except TrackingError:
            pass

    async with asyncio.TaskGroup() as group:
        for number in numbers:
            group.create_task(ask(number))
    return found
