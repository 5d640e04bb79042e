"""One warehouse that cannot be reached takes all the other totals down with it: its error is
raised when you ask for the result. Catch it for that one warehouse."""

from concurrent.futures import ThreadPoolExecutor


def parallel_totals(names, ask, workers=4):
    """Return {name: total weight}, asking up to `workers` warehouses at the same time."""

    def total(name):
        return sum(ask(name))

    with ThreadPoolExecutor(max_workers=workers) as pool:
        return dict(zip(names, pool.map(total, names)))
