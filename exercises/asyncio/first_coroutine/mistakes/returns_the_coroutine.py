"""`show_status` hands back a coroutine that nobody has run. It is an ordinary function, so it has to run
it to its end and hand back the line."""


async def parcel_status(fetch, number):
    status = await fetch(number)
    if status is None:
        return f"parcel {number}: not found"
    return f"parcel {number}: {status}"


def show_status(fetch, number):
    return parcel_status(fetch, number)
