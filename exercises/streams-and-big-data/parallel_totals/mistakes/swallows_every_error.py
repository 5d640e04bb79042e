"""You treat *every* error as a warehouse that cannot be reached. A typo in the program
would show up as `None` in the report, and nobody would look for it. Catch only the error you expect."""

from concurrent.futures import ThreadPoolExecutor


def parallel_totals(names, ask, workers=4):
    """Return {name: total weight}, asking up to `workers` warehouses at the same time."""

    def total(name):
        try:
            return sum(ask(name))
        except Exception:
            return None

    with ThreadPoolExecutor(max_workers=workers) as pool:
        return dict(zip(names, pool.map(total, names)))
