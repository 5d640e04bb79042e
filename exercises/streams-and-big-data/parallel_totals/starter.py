from concurrent.futures import ThreadPoolExecutor


def parallel_totals(names, ask, workers=4):
    """Return {name: total weight}, asking up to `workers` warehouses at the same time."""
