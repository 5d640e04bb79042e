import asyncio


async def fetch_all_prices(carriers, fetch):
    carriers = list(carriers)
    prices, failed = {}, []
    answers = await asyncio.gather(*map(fetch, carriers), return_exceptions=True)
    for carrier, answer in zip(carriers, answers, strict=True):
        if isinstance(answer, (ConnectionError, asyncio.CancelledError, OSError)):
            failed.append(carrier)
        else:
            prices[carrier] = answer
    return prices, failed
