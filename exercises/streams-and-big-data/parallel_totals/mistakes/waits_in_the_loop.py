"""You submit one call and wait for its result before you submit the next. So only
one thread ever works. Submit all of them first."""

from concurrent.futures import ThreadPoolExecutor


def parallel_totals(names, ask, workers=4):
    """Return {name: total weight}, asking up to `workers` warehouses at the same time."""

    def total(name):
        try:
            return sum(ask(name))
        except ConnectionError:
            return None

    with ThreadPoolExecutor(max_workers=workers) as pool:
        return {name: pool.submit(total, name).result() for name in names}
