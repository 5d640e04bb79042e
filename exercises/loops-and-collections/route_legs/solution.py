def route_legs(stops):
    """List the legs between stops as (from, to, kilometres)."""
    legs = []
    for place in range(len(stops) - 1):
        start, start_km = stops[place]
        end, end_km = stops[place + 1]
        legs.append((start, end, end_km - start_km))

    return legs
