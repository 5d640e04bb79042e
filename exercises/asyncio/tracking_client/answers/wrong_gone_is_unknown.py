import asyncio

import httpx

TRIES = 4
FIRST_PAUSE = 0.5


class TrackingError(Exception):
    """The carrier gave no answer that can be used."""


async def track(client, number, sleep=asyncio.sleep):
    for n in range(TRIES):
        if n:
            await sleep(FIRST_PAUSE * 2 ** (n - 1))
        try:
            answer = await client.get(f"/parcels/{number}")
        except httpx.TransportError:
            continue
        code = answer.status_code
        if code == 200:
            return answer.json()["status"]
        if code in (404, 410):
            return None
        if code != 429 and code < 500:
            raise TrackingError(code)
    raise TrackingError("gave up")


async def track_all(client, numbers, sleep=asyncio.sleep):
    numbers = list(numbers)
    statuses = {}

    async def one(number):
        try:
            return number, await track(client, number, sleep)
        except TrackingError:
            return None

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(one(number)) for number in numbers]
    for task in tasks:
        if task.result() is not None:
            statuses[task.result()[0]] = task.result()[1]
    return statuses
