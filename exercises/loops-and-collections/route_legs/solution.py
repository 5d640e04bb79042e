def route_legs(stops):
    """List the legs between stops as (from, to, kilometres)."""
    legs = []
    for index in range(len(stops) - 1):
        start, start_km = stops[index]
        end, end_km = stops[index + 1]
        legs.append((start, end, end_km - start_km))

    return legs
