def route_command(stops, command):
    """Return the stops after a command; ValueError where it cannot be done."""
