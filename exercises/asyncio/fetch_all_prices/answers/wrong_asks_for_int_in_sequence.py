import asyncio


async def fetch_all_prices(carriers, fetch):
    """Return `({carrier: price}, [carriers that failed])`, asked side by side."""
    answers = []
    for carrier in carriers:
        answers += await asyncio.gather(fetch(carrier), return_exceptions=True)
    prices = {}
    failed = []
    for carrier, answer in zip(carriers, answers):
        if isinstance(answer, BaseException):
            failed.append(carrier)
        else:
            prices[carrier] = answer
    return prices, failed
