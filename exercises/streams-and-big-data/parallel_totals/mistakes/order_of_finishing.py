"""Your dictionary is in the order in which the answers came, and that changes from
day to day. Take the results in the order of the names."""

from concurrent.futures import ThreadPoolExecutor


def parallel_totals(names, ask, workers=4):
    """Return {name: total weight}, asking up to `workers` warehouses at the same time."""

    def total(name):
        try:
            return sum(ask(name))
        except ConnectionError:
            return None

    totals = {}

    def keep(name):
        totals[name] = total(name)

    with ThreadPoolExecutor(max_workers=workers) as pool:
        list(pool.map(keep, names))
    return totals
