import asyncio


async def parcel_status(fetch, number):
    """Return the line for one parcel, after asking the carrier."""


def show_status(fetch, number):
    """Run `parcel_status` from ordinary code and return its line."""
