import asyncio


async def parcel_status(fetch, number):
    try:
        status = await fetch(number)
    except Exception:
        status = None
    return f"parcel {number}: {'not found' if status is None else status}"


def show_status(fetch, number):
    return asyncio.run(parcel_status(fetch, number))
