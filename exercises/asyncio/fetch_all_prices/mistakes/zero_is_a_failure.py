"""A carrier that delivers for 0 cents is listed as failed. Zero counts as false in an `if`; ask whether
the answer is an exception."""

import asyncio


async def fetch_all_prices(carriers, fetch):
    answers = await asyncio.gather(*[fetch(carrier) for carrier in carriers], return_exceptions=True)
    prices = {}
    failed = []
    for carrier, answer in zip(carriers, answers):
        if answer and not isinstance(answer, Exception):
            prices[carrier] = answer
        else:
            failed.append(carrier)
    return prices, failed
