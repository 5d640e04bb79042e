from concurrent.futures import ThreadPoolExecutor


def parallel_totals(names, ask, workers=4):
    def total(name):
        try:
            return sum(ask(name))
        except (ConnectionError, TimeoutError):
            return None

    with ThreadPoolExecutor(max_workers=workers) as pool:
        return dict(zip(names, pool.map(total, names)))
