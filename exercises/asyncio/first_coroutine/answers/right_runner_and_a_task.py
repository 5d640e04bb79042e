import asyncio


async def parcel_status(fetch, number):
    """Return the line for one parcel, after asking the carrier."""
    task = asyncio.create_task(fetch(number))
    status = await task
    if status is not None:
        return f"parcel {number}: {status}"
    return f"parcel {number}: not found"


def show_status(fetch, number):
    """Run `parcel_status` from ordinary code and return its line."""
    with asyncio.Runner() as runner:
        return runner.run(parcel_status(fetch, number))
