from concurrent.futures import ThreadPoolExecutor


def parallel_totals(names, ask, workers=4):
    """Return {name: total weight}, asking up to `workers` warehouses at the same time."""

    def total(name):
        try:
            return sum(ask(name))
        except ConnectionError:
            return None

    with ThreadPoolExecutor(max_workers=max(4, len(names))) as pool:
        return dict(zip(names, pool.map(total, names)))
