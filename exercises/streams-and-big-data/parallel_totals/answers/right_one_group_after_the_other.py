from concurrent.futures import ThreadPoolExecutor


def grams(ask, name):
    try:
        answer = ask(name)
    except ConnectionError:
        return None
    return sum(answer)


def parallel_totals(names, ask, workers=4):
    totals = dict.fromkeys(names)
    for begin in range(0, len(names), workers):
        group = names[begin : begin + workers]
        with ThreadPoolExecutor(max_workers=len(group)) as pool:
            for name, total in zip(group, pool.map(lambda one: grams(ask, one), group)):
                totals[name] = total
    return totals
