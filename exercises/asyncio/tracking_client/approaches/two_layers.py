"""One function asks once and raises `TryAgain` where another try makes sense; the other one only repeats.
More lines, but the repeating can be used for any other request, and each part is tested alone."""

import asyncio

import httpx

TRIES = 3
FIRST_PAUSE = 0.5


class TrackingError(Exception):
    """The carrier gave no answer that can be used."""


class TryAgain(TrackingError):
    """This may pass."""


async def ask_once(client, number):
    try:
        response = await client.get(f"/parcels/{number}")
    except httpx.TransportError as problem:
        raise TryAgain(f"{number}: no connection") from problem
    match response.status_code:
        case 200:
            return response.json()["status"]
        case 404:
            return None
        case status if status == 429 or status >= 500:
            raise TryAgain(f"{number}: the carrier answers {status}")
        case status:
            raise TrackingError(f"{number}: the carrier answers {status}")


async def track(client, number, sleep=asyncio.sleep):
    for doublings in range(TRIES - 1):
        try:
            return await ask_once(client, number)
        except TryAgain:
            await sleep(FIRST_PAUSE * 2**doublings)
    return await ask_once(client, number)


async def track_all(client, numbers, sleep=asyncio.sleep):
    async def status_of(number):
        try:
            return number, await track(client, number, sleep)
        except TrackingError:
            return None

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(status_of(number)) for number in numbers]
    answers = [task.result() for task in tasks]
    return dict(answer for answer in answers if answer)
