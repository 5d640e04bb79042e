import asyncio

import httpx

TRIES = 3
FIRST_PAUSE = 0.5


class TrackingError(Exception):
    """The carrier gave no answer that can be used."""


async def track(client, number, sleep=asyncio.sleep, tries=TRIES, pause=FIRST_PAUSE):
    """Return the parcel's status, or None if the carrier does not know it."""
    try:
        response = await client.get(f"/parcels/{number}")
        code = response.status_code
    except httpx.TransportError:
        code = 503
    if code == 200:
        return response.json()["status"]
    if code == 404:
        return None
    if (code == 429 or code >= 500) and tries > 1:
        await sleep(pause)
        return await track(client, number, sleep, tries - 1, pause * 2)
    raise TrackingError(f"{number}: {code}")


async def track_all(client, numbers, sleep=asyncio.sleep):
    """Return a dict from number to status, without those that got no answer."""

    async def pair(number):
        try:
            return [(number, await track(client, number, sleep))]
        except TrackingError:
            return []

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(pair(number)) for number in numbers]
    return dict(sum((task.result() for task in tasks), []))
