"""Your range goes from all best cases to all worst cases. It is never wrong, and so wide that nobody
can plan with it. Those sums are only the outer limits; the range inside comes from the spreads."""


def estimate_range(steps):
    for name, best, likely, worst in steps:
        if not best <= likely <= worst:
            raise ValueError(f"step {name}: {best}, {likely}, {worst} are not in order")
    return sum(step[1] for step in steps), sum(step[3] for step in steps)
