"""Futures instead of `map`: first everything is submitted, then each result is fetched
in the place that handles its error. Longer, but each future can be treated on its own: cancelled,
given a time limit, or taken in the order of finishing."""

from concurrent.futures import ThreadPoolExecutor


def parallel_totals(names, ask, workers=4):
    """Return {name: total weight}, asking up to `workers` warehouses at the same time."""
    totals = {}
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = {name: pool.submit(ask, name) for name in names}
        for name, future in futures.items():
            try:
                totals[name] = sum(future.result())
            except ConnectionError:
                totals[name] = None
    return totals
