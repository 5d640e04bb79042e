import asyncio

import httpx

TRIES = 3
FIRST_PAUSE = 0.5


class TrackingError(Exception):
    """The carrier gave no answer that can be used."""


async def track(client, number, sleep=asyncio.sleep):
    """Return the parcel's status, or None if the carrier does not know it."""


async def track_all(client, numbers, sleep=asyncio.sleep):
    """Return a dict from number to status, without those that got no answer."""
