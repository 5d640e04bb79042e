import asyncio


async def fetch_all_prices(carriers, fetch):
    """Return `({carrier: price}, [carriers that failed])`, asked side by side."""
    tasks = [asyncio.ensure_future(fetch(carrier)) for carrier in carriers]
    if tasks:
        await asyncio.wait(tasks)
    prices = {}
    failed = []
    for carrier, task in zip(carriers, tasks):
        if task.cancelled() or task.exception():
            failed.append(carrier)
        else:
            prices[carrier] = task.result()
    return prices, failed
