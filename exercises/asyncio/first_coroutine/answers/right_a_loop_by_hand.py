import asyncio


async def parcel_status(fetch, number):
    """Return the line for one parcel, after asking the carrier."""
    answer = "not found" if (status := await fetch(number)) is None else status
    return "parcel {}: {}".format(number, answer)


def show_status(fetch, number):
    """Run `parcel_status` from ordinary code and return its line."""
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(parcel_status(fetch, number))
    finally:
        loop.close()
