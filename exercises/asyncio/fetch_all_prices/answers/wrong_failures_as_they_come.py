import asyncio


async def fetch_all_prices(carriers, fetch):
    """Return `({carrier: price}, [carriers that failed])`, asked side by side."""
    prices = dict.fromkeys(carriers)
    failed = []

    async def ask(carrier):
        try:
            prices[carrier] = await fetch(carrier)
        except (Exception, asyncio.CancelledError):
            del prices[carrier]
            failed.append(carrier)

    await asyncio.gather(*(ask(carrier) for carrier in carriers))
    return prices, failed
