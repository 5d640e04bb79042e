def route_legs(stops):
    """List the legs between stops as (from, to, kilometres)."""
    legs = []
    # Write your loop here, indented by four spaces.

    return legs
