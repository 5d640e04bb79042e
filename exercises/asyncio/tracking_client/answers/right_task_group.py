import asyncio

import httpx

TRIES = 3
FIRST_PAUSE = 0.5


class TrackingError(Exception):
    """The carrier gave no answer that can be used."""


async def track(client, number, sleep=asyncio.sleep):
    """Return the parcel's status, or None if the carrier does not know it."""
    for pause in [*(FIRST_PAUSE * 2**n for n in range(TRIES - 1)), None]:
        try:
            response = await client.request("GET", f"/parcels/{number}")
        except httpx.TransportError:
            pass
        else:
            match response.status_code:
                case 200:
                    return response.json()["status"]
                case 404:
                    return None
                case code if code != 429 and code < 500:
                    raise TrackingError(number)
        if pause is not None:
            await sleep(pause)
    raise TrackingError(number)


async def track_all(client, numbers, sleep=asyncio.sleep):
    """Return a dict from number to status, without those that got no answer."""
    tasks = {number: asyncio.ensure_future(track(client, number, sleep)) for number in numbers}
    answers = await asyncio.gather(*tasks.values(), return_exceptions=True)
    statuses = {}
    for number, answer in zip(tasks, answers):
        if isinstance(answer, TrackingError):
            continue
        if isinstance(answer, BaseException):
            raise answer
        statuses[number] = answer
    return statuses
