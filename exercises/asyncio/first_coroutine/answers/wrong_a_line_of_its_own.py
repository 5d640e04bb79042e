import asyncio


async def parcel_status(fetch, number):
    """Return the line for one parcel, after asking the carrier."""
    status = await fetch(number)
    if status is None:
        return f"parcel {number}: not found"
    return f"parcel {number}: {status}"


def show_status(fetch, number):
    """Run `parcel_status` from ordinary code and return its line."""
    return f"parcel {number}: {asyncio.run(fetch(number))}"
