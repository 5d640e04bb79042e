def cheapest_route(roads, start, goal):
    """Return the cost and the places of the cheapest route, or None."""
