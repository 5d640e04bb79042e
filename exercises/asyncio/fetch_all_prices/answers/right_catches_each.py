import asyncio


async def fetch_all_prices(carriers, fetch):
    """Return `({carrier: price}, [carriers that failed])`, asked side by side."""
    async def ask(carrier):
        try:
            return await fetch(carrier)
        except Exception:
            return None

    answers = await asyncio.gather(*[ask(carrier) for carrier in carriers])
    prices = {}
    failed = []
    for carrier, answer in zip(carriers, answers):
        if answer is None:
            failed.append(carrier)
        else:
            prices[carrier] = answer
    return prices, failed
