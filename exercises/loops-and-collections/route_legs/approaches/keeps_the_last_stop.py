"""No indexes at all: the loop remembers the stop before. It needs a special case for an empty list, but it also
works if you get the stops one by one and cannot look ahead."""


def route_legs(stops):
    """List the legs between stops as (from, to, kilometres)."""
    legs = []
    if len(stops) > 0:
        start, start_km = stops[0]
        for end, end_km in stops[1:]:
            legs.append((start, end, end_km - start_km))
            start, start_km = end, end_km

    return legs
