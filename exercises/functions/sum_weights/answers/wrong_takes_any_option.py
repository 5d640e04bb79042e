def sum_weights(*weights, **options):
    if not weights:
        return 0
    return sum(weights) + options.get("packaging", 0)
