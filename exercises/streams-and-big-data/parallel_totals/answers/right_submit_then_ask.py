from concurrent.futures import ThreadPoolExecutor


def parallel_totals(names, ask, workers=4):
    totals = {}
    with ThreadPoolExecutor(workers) as pool:
        futures = {name: pool.submit(ask, name) for name in names}
        for name, future in futures.items():
            try:
                totals[name] = sum(future.result())
            except ConnectionError:
                totals[name] = None
    return totals
