import asyncio


async def fetch_all_prices(carriers, fetch):
    """Return `({carrier: price}, [carriers that failed])`, asked side by side."""
