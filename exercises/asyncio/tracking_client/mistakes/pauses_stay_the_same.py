"""All your pauses have the same length. A server that is down is asked at the same pace by everybody, and has
no chance to come back. Let the pause grow."""

import asyncio

import httpx

TRIES = 3
FIRST_PAUSE = 0.5


class TrackingError(Exception):
    """The carrier gave no answer that can be used."""


async def track(client, number, sleep=asyncio.sleep):
    """Return the parcel's status, or None if the carrier does not know it."""
    pause = FIRST_PAUSE
    for earlier_tries in range(TRIES):
        if earlier_tries:
            await sleep(pause)
        try:
            response = await client.get(f"/parcels/{number}")
        except httpx.TransportError:
            continue
        if response.status_code == 200:
            return response.json()["status"]
        if response.status_code == 404:
            return None
        if response.status_code != 429 and response.status_code < 500:
            raise TrackingError(f"{number}: the carrier answers {response.status_code}")
    raise TrackingError(f"{number}: no answer in {TRIES} tries")


async def track_all(client, numbers, sleep=asyncio.sleep):
    """Return a dict from number to status, without those that got no answer."""
    statuses = {}

    async def note(number):
        try:
            statuses[number] = await track(client, number, sleep)
        except TrackingError:
            pass

    async with asyncio.TaskGroup() as group:
        for number in numbers:
            group.create_task(note(number))
    return statuses
