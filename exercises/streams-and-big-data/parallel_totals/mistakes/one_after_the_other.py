"""The totals are right, but one warehouse is asked after the other. Pass the calls to an executor,
so that the waiting happens side by side."""


def parallel_totals(names, ask, workers=4):
    """Return {name: total weight}, asking up to `workers` warehouses at the same time."""

    def total(name):
        try:
            return sum(ask(name))
        except ConnectionError:
            return None

    return {name: total(name) for name in names}
